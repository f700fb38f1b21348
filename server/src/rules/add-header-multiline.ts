import { find, findAll, isOn } from "../languages/nginx/find.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Word } from "../languages/nginx/tree.ts";
import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const addHeaderMultiline: Rule = {
	id: "add-header-multiline",
	severity: "warning",
	summary: "The value of a response header goes over several lines.",
	reads: "topology",

	*check(project) {
		for (const name of ["add_header", "add_trailer"])
			for (const judged of judgedNamed(project, name)) {
				const [header, value] = judged.directive.args;
				if (!header || !value || !/[\r\n]/.test(value.text)) continue;
				const http2 = inEvery(judged, (placement) =>
					speaksHttp2(placement) ? true : undefined,
				);
				yield finding(header, value, http2 === true, project);
			}
	},
};

/** nginx sends the line breaks as they are. RFC 9113, section 8.2.1: a message with one in it is malformed. */
function finding(
	header: Word,
	value: Word,
	http2: boolean,
	project: Project,
): Finding {
	return {
		message: http2
			? `The value of ${header.text} has a line break in it: over HTTP/2, which this server speaks, clients refuse the whole response.`
			: `The value of ${header.text} has a line break in it: HTTP/1.1 has done away with that, and clients take it for an error or for the end of the header.`,
		// The first line: what is marked over several is no word any more.
		at: header.at,
		...(http2 && { severity: "error" }),
		fixes: [
			{
				title: "Write the value on one line",
				preferred: true,
				edits: () => {
					const { path, start, end } = value.at;
					const text = textOf(project, path).slice(start, end);
					return [
						replace(
							value.at,
							text
								.replace(/[ \t]*(?:\r?\n|\\r|\\n)\s*/g, " ")
								.replace(/^(["']) | (["'])$/g, "$1$2"),
						),
					];
				},
			},
		],
	};
}

function speaksHttp2(placement: Statement): boolean {
	const levels = levelsOf(placement);
	return levels.some(
		(level) =>
			isOn(find(level, "http2")) ||
			findAll(level, "listen").some(({ args }) =>
				args.some(({ text }) => text === "http2"),
			),
	);
}
