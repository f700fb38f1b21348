/** Another name for a service, alias, upstream, PM2 app, or what nginx has a name for, in every place that says it. */

import { builtInVariable } from "../languages/nginx/built-in-variables.ts";
import { type Edit, replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import type { NamedSymbol } from "./named-symbol.ts";
import { symbolAt } from "./symbol-at.ts";
import { namedSymbols } from "./symbols.ts";

export type Renamed =
	| { readonly kind: "edits"; readonly edits: readonly Edit[] }
	/** In the user's words. */
	| { readonly kind: "refused"; readonly reason: string };

/** Undefined where nothing of ours stands. */
export function rename(
	project: Project,
	path: string,
	offset: number,
	newName: string,
): Renamed | undefined {
	const found = symbolAt(project, path, offset);
	if (!found) return undefined;
	const { symbol } = found;
	const name = asWritten(symbol, newName);
	const reason =
		fixed(symbol) ?? invalid(symbol, name) ?? taken(symbol, name, project);
	if (reason !== undefined) return { kind: "refused", reason };
	return {
		kind: "edits",
		edits: symbol.occurrences.map(({ at }) => replace(at, name)),
	};
}

/** Why it can have no other name. */
export function fixed({
	kind,
	name,
	occurrences,
	isBuiltIn,
}: NamedSymbol): string | undefined {
	if (isBuiltIn) return `${title(kind, name)} is nginx's own.`;
	return occurrences.some(({ isDefinition }) => isDefinition)
		? undefined
		: `Nothing here declares ${words[kind].one} ${shown(kind, name)}.`;
}

interface Words {
	/** What a new name must look like. */
	readonly allowed: RegExp;
	readonly one: string;
	readonly article: "a" | "an";
}

const zone: Words = {
	allowed: /^[^\s;{}"'$\\:=]+$/,
	one: "zone",
	article: "a",
};
const cache: Words = { ...zone, one: "cache" };

const words: Readonly<Record<NamedSymbol["kind"], Words>> = {
	service: {
		allowed: /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/,
		one: "service",
		article: "a",
	},
	alias: {
		allowed: /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/,
		one: "alias",
		article: "an",
	},
	upstream: { allowed: /^[^\s;{}"'$/:]+$/, one: "upstream", article: "an" },
	app: { allowed: /^[^\s'"\\`$][^'"\\`$\n]*$/, one: "PM2 app", article: "a" },
	"limit_req-zone": zone,
	"limit_conn-zone": zone,
	"proxy-cache": cache,
	"fastcgi-cache": cache,
	"uwsgi-cache": cache,
	"scgi-cache": cache,
	"log-format": {
		allowed: /^[^\s;{}"'$\\#]+$/,
		one: "log format",
		article: "a",
	},
	"named-location": {
		allowed: /^@[^\s;{}"'$\\@]+$/,
		one: "named location",
		article: "a",
	},
	// A variable whose name begins with a digit is a capture with a text behind it.
	variable: { allowed: /^[A-Za-z_]\w*$/, one: "variable", article: "a" },
};

/** The names of these are in one space: nginx's shared memory. */
const isZone = ({ kind }: NamedSymbol) => words[kind].allowed === zone.allowed;

/** As it stands in the files: a variable's occurrences have no `$`, a location's have their `@`. */
function asWritten({ kind }: NamedSymbol, newName: string): string {
	if (kind === "variable") return newName.replace(/^\$/, "");
	return kind === "named-location" && newName !== "" && !newName.startsWith("@")
		? `@${newName}`
		: newName;
}

function invalid({ kind }: NamedSymbol, name: string): string | undefined {
	const { allowed, one, article } = words[kind];
	const reserved =
		name === "off" && (words[kind] === cache || kind === "log-format");
	return allowed.test(name) && !reserved
		? undefined
		: `${name === "" ? "An empty text" : shown(kind, name)} is no name for ${article} ${one}.`;
}

function taken(
	symbol: NamedSymbol,
	name: string,
	project: Project,
): string | undefined {
	const { kind } = symbol;
	const builtIn =
		(kind === "variable" &&
			(builtInVariable(name, "http") ?? builtInVariable(name, "stream"))) ||
		(kind === "log-format" && name.toLowerCase() === "combined");
	if (builtIn) return `${title(kind, name)} is nginx's own.`;
	const other = namedSymbols(project).find(
		(each) =>
			(each.kind === kind || (isZone(each) && isZone(symbol))) &&
			each !== symbol &&
			each.name.toLowerCase() !== symbol.name.toLowerCase() &&
			each.name.toLowerCase() === name.toLowerCase() &&
			overlap(symbol, each),
	);
	return other && `${title(other.kind, name)} exists already.`;
}

function overlap(one: NamedSymbol, other: NamedSymbol): boolean {
	if (!one.scopes || !other.scopes) return true;
	return [...one.scopes].some((scope) => other.scopes?.has(scope));
}

function title(kind: NamedSymbol["kind"], name: string): string {
	const { one } = words[kind];
	return `${one[0]?.toUpperCase() ?? ""}${one.slice(1)} ${shown(kind, name)}`;
}

function shown(kind: NamedSymbol["kind"], name: string): string {
	return kind === "variable" ? `$${name}` : name;
}
