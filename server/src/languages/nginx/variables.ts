/** Which statements give variables their values. */

import type { VariableFacts, VariableSet } from "./facts.ts";
import { childrenOf } from "./find.ts";
import {
	type Statement,
	statementsWith,
	statementsWithVariables,
} from "./statements.ts";
import type { Directive, Word } from "./tree.ts";
import { isTable } from "./vocabulary.ts";

/** Collects every definition; names are lower-cased, as nginx compares them without case. */
export function readVariables(
	directives: readonly Directive[],
): ReadonlyMap<string, VariableFacts> {
	const found = new Map<string, Collected>();
	let lua = false;
	for (const statement of statementsWith(directives, defines))
		define(statement);
	for (const { directive } of statementsWithVariables(directives)) {
		openCaptures(directive.name.text);
		for (const { text } of directive.args) openCaptures(text);
	}
	// A script may give every variable that exists another value.
	if (lua)
		for (const each of found.values())
			if (each.sets.length > 0) each.complete = false;
	return found;

	function define(statement: Statement): void {
		const { directive } = statement;
		const { name, args } = directive;
		const table = tableVariable(directive);
		if (name.text === "set") addSet(statement);
		else if (table !== undefined) defineTable(table, childrenOf(directive));
		else if (!isTable(name.text)) {
			lua ||= changesBefore.test(name.text);
			for (const { text } of args) open(text);
		}
	}

	function addSet({ directive, around, level }: Statement): void {
		const [variable, value] = directive.args;
		const entry = entryOf(variable?.text);
		if (!entry || !value) return;
		entry.values.push(value);
		const at = blocksAround(around);
		entry.sets.push({
			value,
			...at,
			ending: at.condition ? endingOf(level) : "on",
		});
	}

	function defineTable(variable: string, entries: readonly Directive[]): void {
		const entry = entryOf(variable);
		for (const { name, args } of entries) {
			if (name.text === "include") open(variable);
			else if (!settings.has(name.text) && args[0]) {
				entry?.values.push(args[0]);
				entry?.tables.push(args[0]);
			}
		}
	}

	function entryOf(variable: string | undefined): Collected | undefined {
		if (!variable?.startsWith("$")) return undefined;
		const name = variable.slice(1).toLowerCase();
		const known = found.get(name);
		if (known) return known;
		const entry = { values: [], tables: [], sets: [], complete: true };
		found.set(name, entry);
		return entry;
	}

	function open(variable: string): void {
		const entry = entryOf(variable);
		if (entry) entry.complete = false;
	}

	/** A named capture of a regular expression sets the variable of its name. */
	function openCaptures(text: string): void {
		if (!text.includes("(?")) return;
		for (const [, name] of text.matchAll(/\(\?P?[<'](\w+)[>']/g))
			open(`$${name}`);
	}
}

interface Collected {
	readonly values: Word[];
	readonly tables: Word[];
	readonly sets: VariableSet[];
	complete: boolean;
}

/** Not of a location's own `if` around the location that stands in it. */
function blocksAround(
	around: Statement | undefined,
): Pick<VariableSet, "server" | "location" | "condition"> {
	let location: Directive | undefined;
	let condition: Directive | undefined;
	for (let block = around; block; block = block.around) {
		const { directive } = block;
		const name = directive.name.text;
		if (name === "server") return { server: directive, location, condition };
		if (name === "location") location ??= directive;
		if (name === "if" && !location) condition ??= directive;
	}
	return { server: undefined, location, condition };
}

function endingOf(level: readonly Directive[]): VariableSet["ending"] {
	for (const { name, args } of level) {
		if (name.text === "return") return "leave";
		if (name.text === "break") return "break";
		const flag = name.text === "rewrite" ? args[2]?.text : undefined;
		if (flag) return flag === "break" ? "break" : "leave";
	}
	return "on";
}

/** Directives of other modules that set a variable. */
const otherDefiner =
	/^(auth_request_set|perl_set|js_set|js_var|set_by_lua\w*|keyval|geoip2?|set_\w+)$/;

/** Scripts that run before a pass directive and see the request's variables. */
const changesBefore = /^((server_)?rewrite|access)_by_lua/;

function defines(name: string): boolean {
	return (
		name === "set" ||
		isTable(name) ||
		otherDefiner.test(name) ||
		changesBefore.test(name)
	);
}

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
