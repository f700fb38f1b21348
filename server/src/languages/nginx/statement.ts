/**
 * Where one statement, as the tokenizer sees it, is really several: a forgotten `;` makes nginx
 * read the next line as more arguments (reference: it then complains about their number). Cuts
 * only where nginx refuses the text in any case.
 */

import type { Token } from "./scan.ts";
import {
	beginsStatement,
	blockArguments,
	isBlock,
	isHalfTyped,
	isKnown,
	isSimple,
	isTable,
	mostArguments,
} from "./vocabulary.ts";

/** What ends the statement; `end` is the end of the file. */
export type Terminator = ";" | "{" | "}" | "end";

export interface Surroundings {
	/** The name of the block around it; "" is the file itself. */
	readonly name: string;
	/** Every block around it is one we know, so that the words mean what they mean to nginx. */
	readonly trusted: boolean;
	/** The name of the block, where it holds keys and values in place of directives. */
	readonly table: string | undefined;
}

/** The index of the word that begins the next statement, if the one that begins at `from` lacks its end before it. */
export function nextCut(
	words: readonly Token[],
	from: number,
	terminator: Terminator,
	around: Surroundings,
): number | undefined {
	const head = words[from];
	if (!head) return undefined;
	if (terminator === ";" && lacksBrace(head, around))
		return bodyBegins(words, from);
	const blocksOnly = terminator === "{" && !isKnown(head.text);
	for (let index = from + 1; index < words.length; index++) {
		const word = words[index];
		if (!word?.leads || word.quote) continue;
		if (
			around.table === undefined &&
			!(blocksOnly ? isBlock(word.text) : beginsStatement(word.text))
		)
			continue;
		const before = index - from - 1;
		const all = words.length - from - 1;
		return isProven(head, before, all, terminator, around) ? index : undefined;
	}
	return undefined;
}

/** Whether a quoted text of several lines holds a statement's beginning: then its first line lacks the closing quote. */
export function holdsStatement(quoted: string): boolean {
	if (!quoted.includes("\n")) return false;
	for (const [, name = ""] of quoted.matchAll(/\n[ \t]*(\w+)(?=[ \t{])/g))
		if (beginsStatement(name)) return true;
	return false;
}

/** Whether a directive's statement is wrong without a block. `server` is a line of an upstream too, which may be a fragment. */
export function needsBlock(
	words: readonly Token[],
	around: Surroundings,
): boolean {
	const name = words[0]?.text ?? "";
	if (!around.trusted || around.table !== undefined) return false;
	if (name !== "server") return isBlock(name);
	if (around.name === "") return words.length === 1;
	return around.name !== "upstream";
}

/** Whether a block is wrong behind a directive's arguments. */
export function takesNoBlock(
	words: readonly Token[],
	around: Surroundings,
): boolean {
	const name = words[0]?.text ?? "";
	if (!around.trusted || around.table !== undefined) return false;
	return name === "server" ? around.name === "upstream" : isSimple(name);
}

/** A directive that needs a block stands before a `;`: the first statement of that block is among its words. */
function lacksBrace(head: Token, around: Surroundings): boolean {
	if (!around.trusted || around.table !== undefined) return false;
	if (head.text !== "server") return isBlock(head.text);
	return around.name !== "" && around.name !== "upstream";
}

/** The word that can't be an argument of the block directive any more. */
function bodyBegins(words: readonly Token[], from: number): number | undefined {
	const name = words[from]?.text ?? "";
	const most = blockArguments(name);
	for (let index = from + 1; index < words.length; index++) {
		const word = words[index];
		if (!word || word.quote) continue;
		const before = index - from - 1;
		if (isTable(name) && before === most) return index;
		if (!beginsStatement(word.text)) continue;
		if (word.leads || before === most) return index;
		if (name === "if" && words[index - 1]?.text.endsWith(")")) return index;
		if (name === "location" && before > 0) return index;
	}
	return undefined;
}

/** `before` arguments stand in front of the cut, `all` in the whole statement. */
function isProven(
	head: Token,
	before: number,
	all: number,
	terminator: Terminator,
	around: Surroundings,
): boolean {
	if (terminator === "}" || terminator === "end") return true;
	if (!around.trusted) return false;
	if (terminator === "{" && around.table === undefined && !isBlock(head.text))
		return true;
	const most = mostArguments(head.text, around.table);
	if (most !== undefined)
		return all > most && (terminator === ";" || around.table === undefined);
	return before === 0 && isHalfTyped(head.text);
}
