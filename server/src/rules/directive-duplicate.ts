import { directivesNamed } from "../languages/nginx/catalog/catalog.ts";
import { removeDirective } from "../languages/nginx/edit.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { doubtful } from "../topology/nginx/doubtful.ts";
import type { Judged } from "../topology/nginx/judged.ts";
import type { Placement } from "../topology/nginx/placements.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const directiveDuplicate: Rule = {
	id: "directive-duplicate",
	severity: "error",
	summary:
		"A directive that a block may hold once stands in it twice: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const judged of doubtful(project)) {
			const { directive } = judged;
			const first = repeats(judged);
			if (first)
				yield finding(directive, first, textOf(project, directive.at.path));
		}
	},
};

/** The one that stands in front, in every way in which this one is read. */
function repeats({ directive, placements }: Judged): Directive | undefined {
	const firsts = placements.map((placement) => firstOf(directive, placement));
	return firsts.every((first) => first !== undefined) ? firsts[0] : undefined;
}

/** alias is root's own slot (ngx_http_core_root). */
function firstOf(
	{ name }: Directive,
	{ level, contexts }: Placement,
): Directive | undefined {
	const known = directivesNamed(name.text).filter((each) =>
		each.contexts.some((context) => contexts.includes(context)),
	);
	if (known.length === 0 || !known.every(({ once }) => once)) return undefined;
	const same = name.text === "root" || name.text === "alias";
	const first = level.find(({ name: { text } }) =>
		same ? text === "root" || text === "alias" : text === name.text,
	);
	// A file that is included twice has each of them at one place.
	return first && first.name.at.start !== name.at.start ? first : undefined;
}

function finding(second: Directive, first: Directive, text: string): Finding {
	const name = second.name.text;
	const equal =
		first.name.text === name &&
		first.args.map((word) => word.text).join("\0") ===
			second.args.map((word) => word.text).join("\0") &&
		!second.block;
	return {
		message:
			first.name.text === name
				? `${name} stands in this block already: nginx does not start.`
				: `${name} and ${first.name.text} can't stand in one block: nginx does not start.`,
		at: second.block ? second.name.at : second.at,
		related: [
			{ at: first.block ? first.name.at : first.at, message: "the first one" },
		],
		fixes: [
			...(second.block
				? []
				: [
						{
							title: `Remove the second ${name}`,
							preferred: equal,
							edits: () => [removeDirective(text, second)],
						},
					]),
		],
	};
}
