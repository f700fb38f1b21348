/** Every statement of a configuration, walked once: in the order in which nginx reads them, and by name. */

import { oncePer } from "../../collections/once-per.ts";
import { childrenOf } from "./find.ts";
import type { Directive } from "./tree.ts";
import { isTable } from "./vocabulary.ts";

export interface Statement {
	readonly directive: Directive;
	/** The one in whose block it stands; undefined at the top. */
	readonly around: Statement | undefined;
	/** All that stand in that block. */
	readonly level: readonly Directive[];
	/** How many are read before it. */
	readonly index: number;
}

/** The entries of `map`, `types` and the like too. */
export function allStatements(
	directives: readonly Directive[],
): readonly Statement[] {
	return walked(directives).all;
}

/** Those that are directives: what an entry of a table begins with is no name. */
export function statementsNamed(
	directives: readonly Directive[],
	name: string,
): readonly Statement[] {
	return walked(directives).byName.get(name) ?? [];
}

/** The names of the directives, each once. */
export function statementNames(
	directives: readonly Directive[],
): Iterable<string> {
	return walked(directives).byName.keys();
}

/** The directives whose names are wanted, in order. */
export function statementsWith(
	directives: readonly Directive[],
	isWanted: (name: string) => boolean,
): readonly Statement[] {
	const found: Statement[] = [];
	for (const [name, same] of walked(directives).byName)
		if (isWanted(name)) for (const each of same) found.push(each);
	return found.sort((a, b) => a.index - b.index);
}

/** Those that may name a variable, entries of tables too: see `mayNameVariables`. */
export function statementsWithVariables(
	directives: readonly Directive[],
): readonly Statement[] {
	return walked(directives).withVariables;
}

/** The levels around one, its own block's first: see `inherited` in find.ts. */
export function levelsOf(
	statement: Statement | undefined,
): readonly (readonly Directive[])[] {
	const levels: (readonly Directive[])[] = [];
	for (let at = statement; at; at = at.around) levels.push(at.level);
	return levels;
}

/** The nearest block of that name around one. */
export function blockAround(
	{ around }: Statement,
	name: string,
): Statement | undefined {
	let block = around;
	while (block && block.directive.name.text !== name) block = block.around;
	return block;
}

interface Walked {
	readonly all: readonly Statement[];
	readonly withVariables: readonly Statement[];
	readonly byName: ReadonlyMap<string, readonly Statement[]>;
}

const walked = oncePer((directives: readonly Directive[]): Walked => {
	const all: Statement[] = [];
	const withVariables: Statement[] = [];
	const byName = new Map<string, Statement[]>();
	walk(directives, undefined, false);
	return { all, withVariables, byName };

	function walk(
		level: readonly Directive[],
		around: Statement | undefined,
		inTable: boolean,
	): void {
		for (const directive of level) {
			const statement = { directive, around, level, index: all.length };
			all.push(statement);
			if (directive.mayNameVariables) withVariables.push(statement);
			const { text } = directive.name;
			if (!inTable) {
				const same = byName.get(text);
				if (same) same.push(statement);
				else byName.set(text, [statement]);
			}
			if (directive.block)
				walk(childrenOf(directive), statement, inTable || isTable(text));
		}
	}
});
