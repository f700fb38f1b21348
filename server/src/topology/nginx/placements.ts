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
	/** The block that it stands in. */
	readonly within: Directive | undefined;
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
	within: Directive | undefined,
	found: Placement[],
): void {
	if (contexts.length === 0) return;
	for (const directive of level) {
		found.push({ directive, contexts, within, level });
		if (directive.block?.kind !== "directives") continue;
		const inside = contexts.flatMap(
			(context) => insideOf(directive.name.text, context) ?? [],
		);
		place(childrenOf(directive), [...new Set(inside)], directive, found);
	}
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
