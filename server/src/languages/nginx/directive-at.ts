/** The directive at an offset of a file, and the blocks around it. */

import { contains } from "../../text/place.ts";
import { childrenOf } from "./find.ts";
import type { Directive, Word } from "./tree.ts";

export interface DirectiveAt {
	readonly directive: Directive;
	/** Outermost first. */
	readonly blocks: readonly Directive[];
	/** The name or the argument that the offset is in; of white space none. */
	readonly word: Word | undefined;
}

export function directiveAt(
	directives: readonly Directive[],
	offset: number,
): DirectiveAt | undefined {
	const blocks: Directive[] = [];
	let level = directives;
	for (;;) {
		const directive = level.find(({ at }) => contains(at, offset));
		if (!directive) return undefined;
		const { name, args, block } = directive;
		const word = [name, ...args].find(({ at }) => contains(at, offset));
		const inside = block && contains(block.at, offset) && !word;
		if (!inside) return { directive, blocks, word };
		if (!childrenOf(directive).some(({ at }) => contains(at, offset)))
			return undefined;
		blocks.push(directive);
		level = childrenOf(directive);
	}
}
