/** What nginx refuses in the arguments of directives, in each context in which they stand: what three rules share. */

import { oncePer } from "../collections/once-per.ts";
import { directivesNamed } from "../languages/nginx/catalog/catalog.ts";
import { isPlaceholder, wrongValues } from "../languages/nginx/values/check.ts";
import { wrongOrder } from "../languages/nginx/values/order.ts";
import type { Wrong } from "../languages/nginx/values/wrong.ts";
import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { doubtful } from "../topology/nginx/doubtful.ts";
import type { Judged } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding } from "./rule.ts";

export function wrongValueFindings(
	project: Project,
	kind: Wrong["kind"],
): readonly Finding[] {
	return allWrong(project)
		.filter((wrong) => wrong.kind === kind)
		.map((wrong) => finding(wrong, project));
}

const allWrong = oncePer((project: Project): readonly Wrong[] =>
	doubtful(project)
		.flatMap(wrongEverywhere)
		.filter(({ at }) => !isFilledIn(at, project)),
);

/** What is wrong in the first of its contexts, if something is in each. */
function wrongEverywhere({ directive, placements }: Judged): readonly Wrong[] {
	const all = directivesNamed(directive.name.text);
	let found: readonly Wrong[] | undefined;
	const count = directive.args.length;
	// Wrong place, wrong number: others say so.
	for (const { contexts, level } of placements)
		for (const context of contexts) {
			const known = all.find((each) => each.contexts.includes(context));
			if (!known) continue;
			if (count < known.arity.min || count > known.arity.max) return [];
			const order = wrongOrder(directive, level);
			const wrong = order ? [order] : wrongValues(directive, known);
			if (wrong.length === 0) return [];
			found ??= wrong;
		}
	return found ?? [];
}

function isFilledIn({ path, start, end }: Wrong["at"], project: Project) {
	const text = textOf(project, path);
	const from = text.lastIndexOf("\n", start) + 1;
	const word = text.slice(start, end);
	return (
		isPlaceholder(word) ||
		// `<port>`, and not the name of a capture.
		/\{\{|\{%|<%|<<|(?<!\(\?P?)<\w+( \w+)*>/.test(
			text.slice(from, Math.max(end, text.indexOf("\n", end))),
		)
	);
}

function finding({ at, message, instead }: Wrong, project: Project): Finding {
	return {
		message: `${message}: nginx does not start.`,
		at,
		fixes: instead
			? [
					{
						title:
							textOf(project, at.path).slice(
								instead.at.start,
								instead.at.end,
							) === ""
								? `Insert "${instead.text}"`
								: `Write ${instead.text}`,
						preferred: true,
						edits: () => [replace(instead.at, instead.text)],
					},
				]
			: [],
	};
}
