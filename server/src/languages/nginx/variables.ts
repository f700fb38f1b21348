/** Which statements give variables their values. */

import type { VariableFacts, VariableSet } from "./facts.ts";
import { childrenOf } from "./find.ts";
import type { Directive, Word } from "./tree.ts";

/** Collects every definition; names are lower-cased, as nginx compares them without case. */
export function readVariables(
	directives: readonly Directive[],
): ReadonlyMap<string, VariableFacts> {
	const found = new Map<string, Collected>();
	let lua = false;
	walk(directives, nowhere);
	// A script may give every variable that exists another value.
	if (lua)
		for (const each of found.values())
			if (each.sets.length > 0) each.complete = false;
	return found;

	function walk(level: readonly Directive[], at: Around): void {
		for (const directive of level) {
			const { name, args } = directive;
			for (const { text } of args) openCaptures(text);
			const table = tableVariable(directive);
			const setsOthers = isOtherDefiner(name.text);
			lua ||= setsOthers && changesBefore.test(name.text);
			if (name.text === "set") addSet(directive, at, level);
			else if (table !== undefined) defineTable(table, childrenOf(directive));
			else {
				if (setsOthers) for (const { text } of args) open(text);
				walk(childrenOf(directive), inside(directive, at));
			}
		}
	}

	function addSet(
		{ args }: Directive,
		at: Around,
		level: readonly Directive[],
	): void {
		const [variable, value] = args;
		const entry = entryOf(variable?.text);
		if (!entry || !value) return;
		entry.values.push(value);
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
			openCaptures(name.text);
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

type Around = Pick<VariableSet, "server" | "location" | "condition">;

const nowhere: Around = {
	server: undefined,
	location: undefined,
	condition: undefined,
};

function inside(directive: Directive, at: Around): Around {
	switch (directive.name.text) {
		case "server":
			return { ...nowhere, server: directive };
		case "location":
			return { ...at, location: directive, condition: undefined };
		case "if":
			return { ...at, condition: directive };
		default:
			return at;
	}
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

/** Names are few. */
const asked = new Map<string, boolean>();

function isOtherDefiner(name: string): boolean {
	let is = asked.get(name);
	if (is === undefined) {
		is = otherDefiner.test(name) || changesBefore.test(name);
		if (asked.size > 2000) asked.clear();
		asked.set(name, is);
	}
	return is;
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
