/**
 * The blocks that are open while a file is read, and the statements that go into them. Kept on a
 * stack of our own: a text may open more braces than JavaScript's has room for.
 */

import { oncePerText } from "../../collections/once-per-text.ts";
import type { Place } from "../../text/place.ts";
import { missingCloseBrace, type Problem, strayCloseBrace } from "./problem.ts";
import type { Token } from "./scan.ts";
import type { Surroundings } from "./statement.ts";
import type { Block, Comment, Directive, Word } from "./tree.ts";
import { isBlock, isTable } from "./vocabulary.ts";
import { unitSpans } from "./word.ts";

export type Locate = (start: number, end: number) => Place;

export interface OpenBlock extends Surroundings {
	/** Its name and arguments; empty for the file and for a brace that opens nothing. */
	readonly words: readonly Token[];
	/** Behind its `{`. */
	readonly inside: number;
	readonly children: Directive[];
	readonly depth: number;
	/** Of its first statement, if that begins a line. */
	childIndent: string | undefined;
}

export interface Reading {
	readonly text: string;
	readonly locate: Locate;
	/** The text is rendered: its units stand elsewhere in the file. */
	readonly rendered: boolean;
	readonly lineBreak: string;
	readonly file: OpenBlock;
	/** Outermost first. */
	readonly open: OpenBlock[];
	readonly comments: Comment[];
	readonly problems: Problem[];
	/** Of the statement that is not ended yet. */
	words: Token[];
	/** Behind the last statement or brace, and a comment that follows on its line. */
	settled: number;
	/** The last statement ended with a `}`. */
	behindBlock: boolean;
}

export function beginReading(
	text: string,
	locate: Locate,
	rendered: boolean,
): Reading {
	const file: OpenBlock = {
		name: "",
		trusted: true,
		table: undefined,
		words: [],
		inside: 0,
		children: [],
		depth: 0,
		childIndent: undefined,
	};
	const nothing = { words: [], settled: 0, behindBlock: false };
	return {
		text,
		locate,
		rendered,
		lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
		file,
		open: [],
		comments: [],
		problems: [],
		...nothing,
	};
}

export function innermost(reading: Reading): OpenBlock {
	return reading.open.at(-1) ?? reading.file;
}

export function addDirective(
	reading: Reading,
	words: readonly Token[],
	block: Block | undefined,
	end: number,
): void {
	const [head] = words;
	if (!head) return;
	innermost(reading).children.push({
		name: toWord(reading, head, nameOf(head.text)),
		args: words.slice(1).map((token) => toWord(reading, token)),
		block,
		at: reading.locate(head.start, end),
		mayNameVariables: words.some((token) => token.mayNameVariables),
	});
	settle(reading, end, block !== undefined);
}

/** Names are few: one string for each makes the many lookups by name cheap. */
const nameOf = oncePerText((name) => name);

export function openBlock(
	reading: Reading,
	words: readonly Token[],
	inside: number,
): void {
	const around = innermost(reading);
	const name = words[0]?.text ?? "";
	reading.open.push({
		name,
		trusted: around.trusted && isBlock(name),
		table: isTable(name) ? name : undefined,
		words,
		inside,
		children: [],
		depth: around.depth + 1,
		childIndent: undefined,
	});
	settle(reading, inside, false);
}

/** For a brace that opens nothing: what stands in it belongs to the block around it. */
export function openNothing(reading: Reading, inside: number): void {
	const around = innermost(reading);
	reading.open.push({ ...around, words: [], inside, depth: around.depth + 1 });
	settle(reading, inside, false);
}

export function closeBlock(reading: Reading, brace: Token): void {
	const block = reading.open.pop();
	if (block) endBlock(reading, block, brace.start, brace.end);
	else report(reading, strayCloseBrace(brace));
}

/** Closes the innermost block behind its last statement, where nothing in the text closes it; `mends`: one brace there is all that lacks. */
export function closeUnclosed(reading: Reading, mends: boolean): void {
	const block = reading.open.pop();
	if (!block) return;
	const end = Math.max(reading.settled, block.inside);
	const [head] = block.words;
	if (head) {
		const indent = indentBefore(reading.text, head.start) ?? "";
		const brace = mends ? `${reading.lineBreak}${indent}}` : undefined;
		report(reading, missingCloseBrace(head, block.inside, end, brace));
	}
	endBlock(reading, block, end, end);
}

export function report(reading: Reading, problem: Problem | undefined): void {
	if (problem && reading.problems.length < mostProblems)
		reading.problems.push(problem);
}

/** The white space before what stands first in its line; undefined where something else stands there. */
export function indentBefore(text: string, offset: number): string | undefined {
	let start = offset;
	while (text[start - 1] === " " || text[start - 1] === "\t") start--;
	const first = start === 0 || text[start - 1] === "\n";
	return first ? text.slice(start, offset) : undefined;
}

/** Enough for a reader; a binary file has more. */
const mostProblems = 500;

function endBlock(
	reading: Reading,
	{ words, children, inside }: OpenBlock,
	inner: number,
	outer: number,
): void {
	const block: Block = {
		kind: "directives",
		directives: children,
		at: reading.locate(inside, inner),
	};
	addDirective(reading, words, block, outer);
	settle(reading, outer, true);
}

function settle(reading: Reading, offset: number, behindBlock: boolean): void {
	reading.words = [];
	reading.settled = offset;
	reading.behindBlock = behindBlock;
}

function toWord(
	reading: Reading,
	token: Token,
	text: string = token.text,
): Word {
	const at = reading.locate(token.start, token.end);
	const { quote } = token;
	const start = token.start + (quote ? 1 : 0);
	const closed = quote && token.fault !== "unclosed-quote";
	const end = token.end - (closed ? 1 : 0);
	// A backslash that escapes nothing stays in the text.
	const asWritten = text.length === end - start;
	if (asWritten && !reading.rendered) return { text, quote, at };
	const raw = reading.text.slice(start, end);
	if (!reading.rendered) return { text, quote, at, raw };
	const units = unitSpans(raw, start).map((span) =>
		reading.locate(span.start, span.end),
	);
	return { text, quote, at, units };
}
