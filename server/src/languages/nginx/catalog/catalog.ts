/** What nginx and the modules that many people load know: every directive, where it may stand and what it takes. */

import { type Context, contextsOf } from "./contexts.ts";
import { commercialModules, directiveLines } from "./data.ts";
import type { Arity } from "./syntax.ts";

/** The common readers of arguments (ngx_conf_file.c, ngx_conf_set_*_slot); of others only the number of arguments is known. */
export type ValueType =
	| "flag"
	| "enum"
	| "bitmask"
	| "number"
	| "size"
	/** A size that may be so large that `g` is allowed. */
	| "offset"
	| "milliseconds"
	| "seconds"
	/** A number and a size. */
	| "buffers";

/** One directive as one module has it; `server` of http is another one than that of an upstream. */
export interface KnownDirective {
	readonly name: string;
	/** `ngx_http_proxy_module`; one of a third party by its project's name. */
	readonly module: string;
	/** A third party's page. */
	readonly home: string | undefined;
	/** Only nginx's commercial version has it. */
	readonly commercial: boolean;
	readonly contexts: readonly Context[];
	readonly arity: Arity;
	readonly block: boolean;
	readonly type: ValueType | undefined;
	/** nginx refuses it a second time in one block ("is duplicate"). */
	readonly once: boolean;
	/** Of a number. */
	readonly bounds: { readonly min: number; readonly max: number } | undefined;
	/** Values that nginx takes beside those of the syntax. */
	readonly also: readonly string[];
	/** Its arguments; see syntax.ts. */
	readonly syntax: string;
	/** As nginx would be given it; empty where there is none. */
	readonly default: string;
}

/** Every module's directive of that name. */
export function directivesNamed(name: string): readonly KnownDirective[] {
	return byName().get(name) ?? [];
}

export function directiveIn(
	name: string,
	context: Context,
): KnownDirective | undefined {
	return directivesNamed(name).find(({ contexts }) =>
		contexts.includes(context),
	);
}

/** The names, each once. */
export function directiveNames(): Iterable<string> {
	return byName().keys();
}

export function directivesIn(context: Context): readonly KnownDirective[] {
	return [...byName().values()]
		.flat()
		.filter(({ contexts }) => contexts.includes(context));
}

let index: ReadonlyMap<string, readonly KnownDirective[]> | undefined;

/** Read when first asked for: a workspace without nginx needs none of it. */
function byName(): ReadonlyMap<string, readonly KnownDirective[]> {
	index ??= read();
	return index;
}

function read(): ReadonlyMap<string, readonly KnownDirective[]> {
	const commercial = new Set(commercialModules.split(" "));
	const found = new Map<string, KnownDirective[]>();
	let module = "";
	let home: string | undefined;
	for (const line of directiveLines.trim().split("\n")) {
		if (line.startsWith("# ")) {
			[module = "", home] = line.slice(2).split(" ");
			continue;
		}
		const directive = directiveOf(line, module, home, commercial.has(module));
		const same = found.get(directive.name);
		if (same) same.push(directive);
		else found.set(directive.name, [directive]);
	}
	return found;
}

const types: ReadonlySet<string> = new Set<ValueType>([
	"flag",
	"enum",
	"bitmask",
	"number",
	"size",
	"offset",
	"milliseconds",
	"seconds",
	"buffers",
]);

function directiveOf(
	line: string,
	module: string,
	home: string | undefined,
	commercial: boolean,
): KnownDirective {
	const [
		name = "",
		contexts = "",
		arity = "",
		marks = "",
		syntax = "",
		value = "",
	] = line.split("\t");
	const all = marks.split(" ");
	const bounds = all.find((mark) => mark.includes(".."))?.split("..");
	const also = all.find((mark) => mark.startsWith("also="))?.slice(5);
	return {
		name,
		module,
		home,
		commercial,
		contexts: contextsOf(contexts),
		arity: arityOf(arity),
		block: all.includes("{"),
		type: all.find((mark): mark is ValueType => types.has(mark)),
		once: all.includes("once"),
		bounds: bounds && { min: Number(bounds[0]), max: Number(bounds[1]) },
		also: also?.split(",") ?? [],
		syntax,
		default: value,
	};
}

/** `1`, `1-2`, `1+`. */
function arityOf(text: string): Arity {
	if (text.endsWith("+"))
		return { min: Number(text.slice(0, -1)), max: Infinity };
	const [min = "", max = min] = text.split("-");
	return { min: Number(min), max: Number(max) };
}
