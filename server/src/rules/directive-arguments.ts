import {
	directivesNamed,
	type KnownDirective,
} from "../languages/nginx/catalog/catalog.ts";
import type { Arity } from "../languages/nginx/catalog/syntax.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import { insert } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { doubtful } from "../topology/nginx/doubtful.ts";
import type { Judged } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const directiveArguments: Rule = {
	id: "directive-arguments",
	severity: "error",
	summary:
		"A directive has too many or too few arguments, or a block that it does not take: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const judged of doubtful(project)) {
			const finding = miscounted(judged, project);
			if (finding) yield finding;
		}
	},
};

function miscounted(
	{ directive, placements }: Judged,
	project: Project,
): Finding | undefined {
	const possible = directivesNamed(directive.name.text).filter(({ contexts }) =>
		placements.some((placement) =>
			placement.contexts.some((context) => contexts.includes(context)),
		),
	);
	const [first] = possible;
	// What stands at the wrong place is another rule's; of a third party's versions one may differ.
	if (!first || possible.some(({ home }) => home !== undefined))
		return undefined;
	const form = possible.filter(
		({ block }) => block === (directive.block !== undefined),
	);
	if (form.length === 0) return wrongForm(directive, first);
	if (form.some((known) => isCounted(directive, known))) return undefined;
	return wrongCount(directive, form[0]?.arity ?? first.arity, project);
}

function isCounted({ args, block }: Directive, known: KnownDirective): boolean {
	return (
		known.block === (block !== undefined) &&
		args.length >= known.arity.min &&
		args.length <= known.arity.max
	);
}

function wrongForm(
	{ name, args, at }: Directive,
	known: KnownDirective,
): Finding {
	const end = (args.at(-1) ?? name).at.end;
	return {
		message: known.block
			? `${name.text} needs a block "{ … }": nginx does not start.`
			: `${name.text} takes no block, it ends with ";": nginx does not start.`,
		at: { ...at, end },
	};
}

function wrongCount(
	directive: Directive,
	arity: Arity,
	project: Project,
): Finding {
	const { name, args } = directive;
	const takes = `${name.text} takes ${inWords(arity)}, not ${args.length}`;
	const surplus = args[arity.max];
	if (!surplus)
		return { message: `${takes}: nginx does not start.`, at: name.at };
	const before = args[arity.max - 1] ?? name;
	if (!isOnNextLine(before, surplus, project))
		return {
			message: `${takes}: nginx does not start.`,
			at: { ...surplus.at, end: args.at(-1)?.at.end ?? surplus.at.end },
		};
	return {
		message: `${takes}: nginx does not start. Is a ";" missing behind "${before.text}"?`,
		at: before.at,
		fixes: [
			{
				title: 'Insert ";"',
				edits: () => [insert(before.at.path, before.at.end, ";")],
			},
		],
	};
}

function isOnNextLine(before: Word, word: Word, project: Project): boolean {
	return (
		before.at.path === word.at.path &&
		textOf(project, before.at.path)
			.slice(before.at.end, word.at.start)
			.includes("\n")
	);
}

function inWords({ min, max }: Arity): string {
	if (max === 0) return "no argument";
	if (min === max) return plural(min);
	if (max === Infinity) return `at least ${plural(min)}`;
	return `${min} to ${plural(max)}`;
}

function plural(count: number): string {
	return count === 1 ? "1 argument" : `${count} arguments`;
}
