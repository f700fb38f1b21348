import { directivesNamed } from "../languages/nginx/catalog/catalog.ts";
import { removeDirective } from "../languages/nginx/edit.ts";
import { isOff, refusedFor, zoneOf } from "../languages/nginx/repeated.ts";
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

function firstOf(
	directive: Directive,
	{ level, contexts }: Placement,
): Directive | undefined {
	const known = directivesNamed(directive.name.text).filter((each) =>
		each.contexts.some((context) => contexts.includes(context)),
	);
	if (known.length === 0) return undefined;
	const once = known.every((each) => each.once);
	const first = refusedFor(directive, level, once);
	// A file that is included twice has each of them at one place.
	return first && first.name.at.start !== directive.name.at.start
		? first
		: undefined;
}

function cause(first: Directive, second: Directive): string {
	const name = second.name.text;
	if (first.name.text !== name)
		return `${name} and ${first.name.text} can't stand in one block`;
	if (name === "limit_req" || name === "limit_conn")
		return `${name} stands in this block already for zone ${zoneOf(second)}`;
	const [one, other] = [first, second].map(isOff);
	return one !== other
		? `${name} off and another ${name} can't stand in one block`
		: `${name} stands in this block already`;
}

function finding(second: Directive, first: Directive, text: string): Finding {
	const name = second.name.text;
	const equal =
		first.name.text === name &&
		first.args.map((word) => word.text).join("\0") ===
			second.args.map((word) => word.text).join("\0") &&
		!second.block;
	return {
		message: `${cause(first, second)}: nginx does not start.`,
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
