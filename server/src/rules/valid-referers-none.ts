import { removeWord } from "../languages/nginx/edit.ts";
import { readLocationHead } from "../languages/nginx/locations/head.ts";
import { blockAround, type Statement } from "../languages/nginx/statements.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const validReferersNone: Rule = {
	id: "valid-referers-none",
	severity: "info",
	summary: "valid_referers none lets in every request without a Referer.",
	reads: "topology",

	*check(project) {
		for (const { directive, placements } of judgedNamed(
			project,
			"valid_referers",
		)) {
			const none = directive.args.find(({ text }) => text === "none");
			if (!none || placements.every(isForFiles)) continue;
			yield {
				message:
					"none takes requests without a Referer for valid, and any page can send its visitors without one (Referrer-Policy: no-referrer): the check keeps nobody out who wants in.",
				at: none.at,
				fixes:
					directive.args.length > 1
						? [
								{
									title: "Remove none",
									edits: () => [
										removeWord(textOf(project, none.at.path), none),
									],
								},
							]
						: [],
			};
		}
	},
};

/** Pictures that others shall not show: there it is what one wants. */
function isForFiles(placement: Statement): boolean {
	const location = blockAround(placement, "location");
	const head = location && readLocationHead(location.directive);
	return (
		head !== undefined &&
		(/\\\.\(?.*\)?\$?$/.test(head.pattern.value) ||
			/^\/(?:images?|img|static|assets|media|files|uploads?|downloads?|videos?)\b/.test(
				head.pattern.value,
			))
	);
}
