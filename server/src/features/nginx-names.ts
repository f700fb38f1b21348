/** What an nginx configuration gives names to: zones, caches, log formats, named locations, variables. */

import { oncePer } from "../collections/once-per.ts";
import { builtInVariable } from "../languages/nginx/built-in-variables.ts";
import type { NginxFacts } from "../languages/nginx/facts.ts";
import { keyOf, type Mention } from "../languages/nginx/names/mention.ts";
import { readNames } from "../languages/nginx/names/read.ts";
import { surroundingsIn } from "../languages/nginx/names/surroundings.ts";
import { readVariableNames } from "../languages/nginx/names/variables.ts";
import { statementsWith } from "../languages/nginx/statements.ts";
import { partOf } from "../languages/nginx/word.ts";
import type { Nginx, Project } from "../topology/model.ts";
import type { NamedSymbol, Occurrence } from "./named-symbol.ts";

type Texts = ReadonlyMap<string, string>;

interface Name {
	/** By their places: a file that is loaded twice says its names once. */
	readonly mentions: Map<string, Mention>;
	readonly scopes: Set<object>;
}

/** Where several nginxes load one file, or several servers a snippet, their names are one. */
export const nginxNames = oncePer(
	(project: Project): readonly NamedSymbol[] => {
		const texts = new Map(project.files.map(({ path, text }) => [path, text]));
		const byPlace = new Map<string, Name>();
		const names = new Set<Name>();
		for (const nginx of project.nginxes) {
			for (const [scope, mentions] of scoped(nginx, texts)) {
				const same = new Set(
					mentions.flatMap((each) => byPlace.get(placeOf(each)) ?? []),
				);
				const [name = { mentions: new Map(), scopes: new Set() }, ...others] =
					same;
				names.add(name);
				name.scopes.add(scope);
				for (const other of others) {
					names.delete(other);
					for (const each of other.scopes) name.scopes.add(each);
				}
				for (const each of [
					...mentions,
					...others.flatMap((other) => [...other.mentions.values()]),
				]) {
					const place = placeOf(each);
					byPlace.set(place, name);
					if (each.isDeclaration || !name.mentions.has(place))
						name.mentions.set(place, each);
				}
			}
		}
		return [...names].flatMap((name) => symbol(name, texts) ?? []);
	},
);

function placeOf({ at, kind }: Mention): string {
	return `${at.start} ${kind} ${at.path}`;
}

/** The mentions of each name, with what it holds in: a named location in its server, the others in the configuration. */
function scoped(
	{ facts }: Nginx,
	texts: Texts,
): readonly (readonly [object, readonly Mention[]])[] {
	const all = [
		...readNames(facts),
		...readVariableNames(facts),
		...luaUses(facts, texts),
	];
	// What http says of a named location means that of each server.
	const wide = new Set(
		all
			.filter(({ kind, server }) => kind === "named-location" && !server)
			.map(({ name }) => name),
	);
	const groups = new Map<object, Map<string, Mention[]>>();
	for (const each of all) {
		const own =
			each.kind === "named-location" && !wide.has(each.name)
				? each.server
				: undefined;
		const scope = own ?? facts;
		const names = groups.get(scope) ?? new Map<string, Mention[]>();
		groups.set(scope, names);
		const key = `${each.protocol} ${each.kind} ${keyOf(each)}`;
		const same = names.get(key);
		if (same) same.push(each);
		else names.set(key, [each]);
	}
	return [...groups].flatMap(([scope, names]) =>
		[...names.values()].map((mentions) => [scope, mentions] as const),
	);
}

/** Undefined where no text says the name: all of it comes from a template's values, or an image. */
function symbol(
	{ mentions, scopes }: Name,
	texts: Texts,
): NamedSymbol | undefined {
	const saying = [...mentions.values()].filter(
		({ at, name }) => texts.get(at.path)?.slice(at.start, at.end) === name,
	);
	const occurrences = [
		...saying.filter(({ isDeclaration }) => isDeclaration),
		...saying.filter(({ isDeclaration }) => !isDeclaration),
	].map(
		({ at, isDeclaration }): Occurrence => ({
			at,
			isDefinition: isDeclaration,
		}),
	);
	const first = saying.find(({ isDeclaration }) => isDeclaration) ?? saying[0];
	if (!first) return undefined;
	const { kind, name } = first;
	return {
		kind,
		name,
		occurrences,
		scopes,
		...(isBuiltIn(first) ? { isBuiltIn: true } : {}),
	};
}

function isBuiltIn({ kind, name, protocol }: Mention): boolean {
	if (kind === "variable") return builtInVariable(name, protocol) !== undefined;
	return (
		kind === "log-format" &&
		protocol === "http" &&
		name.toLowerCase() === "combined"
	);
}

/** `ngx.var.name` in Lua. */
function luaUses(facts: NginxFacts, texts: Texts): readonly Mention[] {
	const found: Mention[] = [];
	const surroundings = surroundingsIn(facts);
	const scripts = statementsWith(facts.directives, (name) =>
		name.includes("_by_lua"),
	);
	for (const statement of scripts) {
		const { directive } = statement;
		const { block, args } = directive;
		const places = block
			? [block.at]
			: args.map((word) => partOf(word, 0, word.text.length));
		for (const { path, start, end } of places) {
			const code = texts.get(path)?.slice(start, end) ?? "";
			for (const match of code.matchAll(/\bngx\.var\.([A-Za-z_]\w*)/g)) {
				const [whole, variable = ""] = match;
				const to = start + match.index + whole.length;
				found.push({
					kind: "variable",
					name: variable,
					at: { path, start: to - variable.length, end: to },
					isDeclaration: false,
					...surroundings(statement),
					directive,
				});
			}
		}
	}
	return found;
}
