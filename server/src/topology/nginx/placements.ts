/** Where every directive stands: the contexts in which nginx reads it, across includes and all configurations that have its file. */

import { directivesNamed } from "../../languages/nginx/catalog/catalog.ts";
import type { Context } from "../../languages/nginx/catalog/contexts.ts";
import {
	contexts as allContexts,
	insideOf,
} from "../../languages/nginx/catalog/contexts.ts";
import { childrenOf } from "../../languages/nginx/find.ts";
import type { Directive } from "../../languages/nginx/tree.ts";
import type { Nginx } from "../model.ts";

export interface Placement {
	readonly directive: Directive;
	/** One of them is its context; of what is reached from a main file exactly one. */
	readonly contexts: readonly Context[];
	/** Where the block stands that it stands in; undefined at the top of a configuration or fragment. */
	readonly around: Placement | undefined;
	/** All statements of that block. */
	readonly level: readonly Directive[];
}

const known = new WeakMap<readonly Directive[], readonly Placement[]>();

/** In the order in which nginx reads. What stands in a block of keys and values, or of an unknown module, is none. */
export function placementsIn({
	facts,
	kind,
}: Pick<Nginx, "facts" | "kind">): readonly Placement[] {
	const before = known.get(facts.directives);
	if (before) return before;
	const found: Placement[] = [];
	if (kind === "main" && facts.directives.some(isMainBlock))
		place(facts.directives, ["main"], undefined, found);
	else
		for (const level of byFile(facts.directives))
			place(level, possibleContexts(level), undefined, found);
	known.set(facts.directives, found);
	return found;
}

/** A main file without any of them is none: it is judged as the fragment that it was meant to be. */
function isMainBlock({ name, block }: Directive): boolean {
	return block !== undefined && /^(events|http|stream|mail)$/.test(name.text);
}

function place(
	level: readonly Directive[],
	contexts: readonly Context[],
	around: Placement | undefined,
	found: Placement[],
): void {
	if (contexts.length === 0) return;
	for (const directive of level) {
		const placement = { directive, contexts, around, level };
		found.push(placement);
		if (directive.block?.kind !== "directives") continue;
		const inside = contexts.flatMap(
			(context) => insideOf(directive.name.text, context) ?? [],
		);
		place(childrenOf(directive), oneOrAll(inside), placement, found);
	}
}

const alone = new Map<Context, readonly [Context]>();

/** One array for each context: who asks for many directives remembers what holds for it. */
function oneOrAll(contexts: readonly Context[]): readonly Context[] {
	const [only] = contexts;
	if (only === undefined || contexts.some((each) => each !== only))
		return [...new Set(contexts)];
	const known = alone.get(only) ?? ([only] as const);
	alone.set(only, known);
	return known;
}

/** Where all of a fragment's own directives may stand; nowhere, if they contradict each other. */
export function possibleContexts(
	level: readonly Directive[],
): readonly Context[] {
	let possible = allContexts;
	for (const { name, block } of level) {
		const all = directivesNamed(name.text).filter(
			(each) => each.block === (block !== undefined),
		);
		if (all.length === 0 || name.text === "include") continue;
		possible = possible.filter((context) =>
			all.some(({ contexts }) => contexts.includes(context)),
		);
	}
	return possible;
}

function byFile(
	directives: readonly Directive[],
): Iterable<readonly Directive[]> {
	const files = new Map<string, Directive[]>();
	for (const directive of directives) {
		const same = files.get(directive.at.path);
		if (same) same.push(directive);
		else files.set(directive.at.path, [directive]);
	}
	return files.values();
}

/** The statements around one, its own block's first: see `inherited` in languages/nginx/find.ts. */
export function levelsOf(
	placement: Placement | undefined,
): readonly (readonly Directive[])[] {
	return placement ? [placement.level, ...levelsOf(placement.around)] : [];
}

/** The nearest block of that name around one. */
export function blockAround(
	{ around }: Placement,
	name: string,
): Placement | undefined {
	if (!around || around.directive.name.text === name) return around;
	return blockAround(around, name);
}
