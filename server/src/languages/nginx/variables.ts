/** The texts that a variable can hold, as far as `set` and `map` (and geo, split_clients) say so. */

import type { Located } from "../../text/place.ts";
import type { NginxFacts, VariableFacts } from "./facts.ts";
import { childrenOf } from "./find.ts";
import type { Directive, Word } from "./tree.ts";

export interface PossibleTexts {
	/** Each where one would change it. */
	readonly values: readonly Located<string>[];
	/** False where it may be something else. The empty text of a variable that nothing sets is left out. */
	readonly complete: boolean;
}

/** What `$name` can be; `name` without the `$`. */
export function variableValues(
	facts: Pick<NginxFacts, "variables">,
	name: string,
): PossibleTexts {
	return expandVariable(facts.variables, name, []);
}

/** What a text like `$backend:3000` or `${name}.internal` can be; a text without variables is itself. */
export function possibleTexts(
	facts: Pick<NginxFacts, "variables">,
	text: Located<string>,
): PossibleTexts {
	return expandText(facts.variables, text, []);
}

/** Collects every definition; names are lower-cased, as nginx compares them without case. */
export function readVariables(
	directives: readonly Directive[],
): ReadonlyMap<string, VariableFacts> {
	const found = new Map<string, { values: Word[]; complete: boolean }>();
	walk(directives);
	return found;

	function walk(level: readonly Directive[]): void {
		for (const directive of level) {
			const { name, args } = directive;
			for (const { text } of args) openCaptures(text);
			const table = tableVariable(directive);
			if (name.text === "set") define(args[0]?.text, args.slice(1, 2));
			else if (table !== undefined) defineTable(table, childrenOf(directive));
			else {
				if (otherDefiner.test(name.text))
					for (const { text } of args) open(text);
				walk(childrenOf(directive));
			}
		}
	}

	function defineTable(variable: string, entries: readonly Directive[]): void {
		define(variable, []);
		for (const { name, args } of entries) {
			if (name.text === "include") open(variable);
			else if (!settings.has(name.text)) define(variable, args.slice(0, 1));
			openCaptures(name.text);
		}
	}

	function define(variable: string | undefined, values: readonly Word[]): void {
		const name = nameOf(variable);
		if (name === undefined) return;
		const entry = found.get(name);
		if (entry) entry.values.push(...values);
		else found.set(name, { values: [...values], complete: true });
	}

	function open(variable: string): void {
		const name = nameOf(variable);
		if (name === undefined) return;
		found.set(name, {
			values: found.get(name)?.values ?? [],
			complete: false,
		});
	}

	/** A named capture of a regular expression sets the variable of its name. */
	function openCaptures(text: string): void {
		if (!text.includes("(?")) return;
		for (const [, name] of text.matchAll(/\(\?P?[<'](\w+)[>']/g))
			open(`$${name}`);
	}
}

/** More combinations than this are no small set any more. */
const most = 16;

/** Directives of other modules that set a variable. */
const otherDefiner =
	/^(auth_request_set|perl_set|js_set|js_var|set_by_lua\w*|keyval|geoip2?|set_\w+)$/;

/** Statements in map, geo and split_clients that are no entries. */
const settings = new Set([
	"hostnames",
	"volatile",
	"ranges",
	"proxy",
	"proxy_recursive",
	"delete",
]);

function tableVariable({ name, args, block }: Directive): string | undefined {
	if (!block) return undefined;
	if (name.text === "geo") return args.at(-1)?.text;
	const isPair = name.text === "map" || name.text === "split_clients";
	return isPair ? args[1]?.text : undefined;
}

function nameOf(variable: string | undefined): string | undefined {
	return variable?.startsWith("$")
		? variable.slice(1).toLowerCase()
		: undefined;
}

function expandVariable(
	variables: NginxFacts["variables"],
	name: string,
	within: readonly string[],
): PossibleTexts {
	const key = name.toLowerCase();
	const variable = variables.get(key);
	if (!variable || within.includes(key)) return { values: [], complete: false };
	const texts = variable.values.map((word) =>
		expandText(variables, { value: word.text, at: word.at }, [...within, key]),
	);
	return {
		values: distinct(texts.flatMap(({ values }) => values)),
		complete: variable.complete && texts.every(({ complete }) => complete),
	};
}

function expandText(
	variables: NginxFacts["variables"],
	text: Located<string>,
	within: readonly string[],
): PossibleTexts {
	const names = [...text.value.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)];
	if (names.length === 0) return { values: [text], complete: true };
	let complete = true;
	let values: readonly Located<string>[] = [{ value: "", at: text.at }];
	let behind = 0;
	for (const match of names) {
		const inner = expandVariable(variables, match[1] ?? match[2] ?? "", within);
		const before = text.value.slice(behind, match.index);
		behind = match.index + match[0].length;
		complete &&= inner.complete;
		if (values.length * inner.values.length > most)
			return { values: [], complete: false };
		values = values.flatMap((left) =>
			inner.values.map((right) => ({
				value: left.value + before + right.value,
				at: left.at === text.at ? right.at : left.at,
			})),
		);
	}
	const rest = text.value.slice(behind);
	return {
		values: values.map(({ value, at }) => ({ value: value + rest, at })),
		complete,
	};
}

function distinct(
	values: readonly Located<string>[],
): readonly Located<string>[] {
	return [...new Map(values.map((each) => [each.value, each])).values()];
}
