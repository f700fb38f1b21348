/** The statement that is being typed, read from what stands before the cursor alone. */

import { parseNginx } from "./parse.ts";
import type { Directive, Word } from "./tree.ts";

export interface StatementAt {
	/** Names of the blocks around it, outermost first. */
	readonly blocks: readonly string[];
	/** Undefined: the name itself is being typed. */
	readonly name: string | undefined;
	/** The arguments before the one that is being typed. */
	readonly args: readonly string[];
	/** What is typed of the word so far, and where it begins: an offset in UTF-16 units. */
	readonly word: string;
	readonly start: number;
	/** The quote that the word begins with; `start` is behind it. */
	readonly quote: string | undefined;
}

/** Undefined inside comments and Lua. */
export function statementAt(
	text: string,
	offset: number,
): StatementAt | undefined {
	const before = text.slice(0, offset);
	const tree = parseNginx("", before);
	const comment = tree.comments.at(-1);
	if (comment && comment.at.end === offset) return undefined;
	const blocks: string[] = [];
	let level = tree.directives;
	for (;;) {
		const last = level.at(-1);
		if (!last || isEnded(last, before))
			return {
				blocks,
				name: undefined,
				args: [],
				word: "",
				start: offset,
				quote: undefined,
			};
		const { block } = last;
		if (block?.kind === "lua") return undefined;
		if (!block) return unfinished(last, blocks, before);
		blocks.push(last.name.text);
		level = block.directives;
	}
}

/** Its `;` or `}` is there. */
function isEnded({ at, block }: Directive, before: string): boolean {
	const last = before[at.end - 1];
	return block ? block.at.end < at.end && last === "}" : last === ";";
}

function unfinished(
	{ name, args }: Directive,
	blocks: readonly string[],
	before: string,
): StatementAt | undefined {
	const words = [name, ...args];
	const last = words.at(-1);
	if (last && last.at.end === before.length) {
		// A quote that is closed ends the word.
		if (last.quote && isClosed(last)) return undefined;
		words.pop();
		const start = last.at.start + (last.quote ? 1 : 0);
		return statement(words, before.slice(start), start, last.quote);
	}
	return statement(words, "", before.length, undefined);

	function statement(
		[first, ...rest]: readonly { readonly text: string }[],
		word: string,
		start: number,
		quote: string | undefined,
	): StatementAt {
		return {
			blocks,
			name: first?.text,
			args: rest.map(({ text }) => text),
			word,
			start,
			quote,
		};
	}

	function isClosed({ quote, at }: Word): boolean {
		return at.end - at.start > 1 && before[at.end - 1] === quote;
	}
}
