/** In which contexts nginx reads the directives of a configuration, across its includes. */

import { groupBy } from "../../collections/group-by.ts";
import { oncePer } from "../../collections/once-per.ts";
import { directivesNamed } from "../../languages/nginx/catalog/catalog.ts";
import type { Context } from "../../languages/nginx/catalog/contexts.ts";
import {
	contexts as allContexts,
	insideOf,
} from "../../languages/nginx/catalog/contexts.ts";
import type { Statement } from "../../languages/nginx/statements.ts";
import type { Directive } from "../../languages/nginx/tree.ts";
import type { Nginx } from "../model.ts";

export interface Placement extends Statement {
	/** One of them is its context; of what is reached from a main file exactly one. */
	readonly contexts: readonly Context[];
}

/** Statements that are read in the same contexts. */
export interface Part {
	readonly directives: readonly Directive[];
	/** None in a block of keys and values, or of an unknown module. */
	contextsOf(statement: Statement): readonly Context[];
}

/** A main file with all that it includes; of fragments each file. */
export const partsOf = oncePer(
	({ facts: { directives }, kind }: Nginx): readonly Part[] =>
		kind === "main" && directives.some(isMainBlock)
			? [part(directives, ["main"])]
			: byFile(directives).map((level) => part(level, possibleContexts(level))),
);

/** A main file without any of them is none: it is judged as the fragment that it was meant to be. */
function isMainBlock({ name, block }: Directive): boolean {
	return block !== undefined && /^(events|http|stream|mail)$/.test(name.text);
}

function part(
	directives: readonly Directive[],
	outermost: readonly Context[],
): Part {
	const blocks = new Map<Statement, readonly Context[]>();
	// Most ask for the same block as the one before.
	let last: { block: Statement | undefined; contexts: readonly Context[] } = {
		block: undefined,
		contexts: outermost,
	};
	return {
		directives,
		contextsOf({ around }) {
			if (around !== last.block)
				last = { block: around, contexts: inside(around) };
			return last.contexts;
		},
	};

	function inside(block: Statement | undefined): readonly Context[] {
		if (!block) return outermost;
		const known = blocks.get(block);
		if (known) return known;
		const { text } = block.directive.name;
		const found = oneOrAll(
			inside(block.around).flatMap((context) => insideOf(text, context) ?? []),
		);
		blocks.set(block, found);
		return found;
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
): readonly (readonly Directive[])[] {
	return [...groupBy(directives, ({ at }) => at.path).values()];
}
