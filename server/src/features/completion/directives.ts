/** In nginx: the directives that may stand at a place, and the values and variables that they take. */

import { argumentsAt } from "../../languages/nginx/catalog/arguments-at.ts";
import {
	directiveIn,
	directivesIn,
	type KnownDirective,
} from "../../languages/nginx/catalog/catalog.ts";
import {
	type Context,
	protocolOf,
} from "../../languages/nginx/catalog/contexts.ts";
import {
	descriptionKey,
	syntaxLines,
} from "../../languages/nginx/catalog/describe.ts";
import { usualValues } from "../../languages/nginx/catalog/values.ts";
import { knownVariables } from "../../languages/nginx/catalog/variables.ts";
import type { StatementAt } from "../../languages/nginx/statement-at.ts";
import type { Project } from "../../topology/model.ts";
import type { Completion } from "./item.ts";
import { declaredVariables } from "./nginx-names.ts";

type Draft = Omit<Completion, "replaces" | "label" | "isSnippet"> &
	Partial<Pick<Completion, "label" | "isSnippet">>;

/** What begins a statement; `rest` is what stands behind the cursor. */
export function directiveCompletions(
	contexts: readonly Context[],
	{ start, word }: StatementAt,
	rest: string,
): readonly Completion[] {
	const found = new Map<string, KnownDirective>();
	for (const context of contexts)
		for (const known of directivesIn(context))
			if (!found.has(known.name)) found.set(known.name, known);
	const alone = /^[ \t]*(\r?\n|$|\})/.test(rest);
	return [...found.values()]
		.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
		.map((known) => ({
			label: known.name,
			detail: detailOf(known),
			kind: known.block ? "snippet" : "field",
			newText: alone ? statement(known) : known.name,
			isSnippet: alone,
			describedBy: descriptionKey(known),
			replaces: { start, end: start + word.length },
		}));
}

/** Those that every nginx has come first. */
function rank({ commercial, home }: KnownDirective): number {
	return commercial ? 2 : home === undefined ? 0 : 1;
}

function detailOf(known: KnownDirective): string {
	const [line = ""] = syntaxLines(known);
	const short = line.length > 80 ? `${line.slice(0, 79)}…` : line;
	return known.commercial ? `${short} (commercial version)` : short;
}

function statement({ name, arity, block }: KnownDirective): string {
	const argument = arity.max > 0 ? " $1" : "";
	return block ? `${name}${argument} {\n\t$0\n}` : `${name}${argument};$0`;
}

/** Switches, enumerations, parameters, and what people usually write there. */
export function valueCompletions(
	contexts: readonly Context[],
	{ name = "", args, word, start }: StatementAt,
): readonly Completion[] {
	const known = contexts
		.map((context) => directiveIn(name, context))
		.find((each) => each !== undefined);
	if (!known) return [];
	const usual = args.length === 0 ? usualValues(name) : [];
	const words = argumentsAt(known, args, word);
	return [
		...usual.map((newText): Draft => ({ newText, detail: "", kind: "value" })),
		...words
			.filter(
				(newText) =>
					!usual.some(
						(each) => each === newText || each.startsWith(`${newText} `),
					),
			)
			.map(
				(newText): Draft => ({
					newText,
					detail: newText === known.default ? "the default" : "",
					kind: newText.endsWith("=") ? "field" : "value",
				}),
			),
	].map((draft) => ({
		label: draft.newText,
		isSnippet: false,
		...draft,
		replaces: { start, end: start + word.length },
	}));
}

/** Behind a `$`, quoted or not: the variables that this configuration defines, then nginx's own. */
export function variableCompletions(
	project: Project,
	path: string,
	contexts: readonly Context[],
	{ word, start }: StatementAt,
	offset: number,
): readonly Completion[] {
	const [typed] = /\$\{?\w*$/.exec(word) ?? [];
	if (typed === undefined) return [];
	const open = typed.startsWith("${") ? "${" : "$";
	const close = open === "${" ? "}" : "";
	const protocol = contexts.map(protocolOf).find((each) => each) ?? "http";
	const from = start + word.length - typed.length;
	const replaces = { start: from, end: start + word.length };
	return [
		...declaredVariables(project, path, protocol, offset).map(
			({ name, by }) => ({ name, detail: by, describedBy: undefined }),
		),
		...knownVariables(protocol).map(({ name, isPrefix, documentedAs }) => ({
			name,
			detail: isPrefix ? `${name}NAME` : "",
			describedBy: `${protocol} $${documentedAs}`,
		})),
	].map(({ name, detail, describedBy }) => ({
		label: `$${name}`,
		detail,
		kind: "value",
		newText: `${open}${name}${close}`,
		isSnippet: false,
		...(describedBy === undefined ? {} : { describedBy }),
		replaces,
	}));
}
