/**
 * Tokens to statements and blocks, without recursion: a text may open more braces than a stack
 * has frames. Where nginx would stop, this goes on with what the writer most likely meant.
 */

import type { Place } from "../../text/place.ts";
import { endOfLua, likelyEndOfLua } from "./lua.ts";
import type { Problem } from "./problem.ts";
import * as problems from "./problem.ts";
import { isSpace, scan, type Token, unescaped } from "./scan.ts";
import {
	needsBlock,
	nextCut,
	type Surroundings,
	type Terminator,
	takesNoBlock,
} from "./statement.ts";
import type { Block, Comment, Directive, Word } from "./tree.ts";
import { isBlock, isTable, mayContain } from "./vocabulary.ts";
import { unitSpans } from "./word.ts";

/** What to assume where braces don't match. */
export interface Assumptions {
	/** A block is over where a statement begins that is indented no deeper than its head. */
	readonly indentation?: boolean;
	/** A block is over where another begins that nginx doesn't allow in it. */
	readonly context?: boolean;
	/** A block directive without a brace was meant to open one. */
	readonly opens?: boolean;
}

export interface Attempt {
	readonly directives: readonly Directive[];
	readonly comments: readonly Comment[];
	readonly problems: readonly Problem[];
}

export type Locate = (start: number, end: number) => Place;

/** Deeper blocks are read as if their braces were not there, so that nobody who walks the tree runs out of stack. */
const deepest = 200;
/** Enough for a reader; a binary file has more. */
const mostProblems = 500;
/** Each Lua block without an end costs a look at the rest of the file. */
const mostOpenLua = 10;

interface Frame extends Surroundings {
	/** Its name and arguments; empty for the file and for a brace that opens nothing. */
	readonly words: readonly Token[];
	/** Behind its `{`. */
	readonly inside: number;
	readonly children: Directive[];
	readonly depth: number;
	/** Of its first statement, if that begins a line. */
	childIndent?: string | undefined;
}

interface State {
	readonly text: string;
	readonly locate: Locate;
	/** The text is rendered: lengths differ from the file's. */
	readonly rendered: boolean;
	readonly assume: Assumptions;
	readonly frames: Frame[];
	readonly comments: Comment[];
	readonly problems: Problem[];
	/** Of the statement that is not ended yet. */
	words: Token[];
	/** Behind the last statement or brace, and a comment that follows on its line. */
	settled: number;
	behindBlock: boolean;
	openLua: number;
}

export function build(
	text: string,
	locate: Locate,
	rendered: boolean,
	assume: Assumptions,
): Attempt {
	const root: Frame = {
		name: "",
		trusted: true,
		table: undefined,
		words: [],
		inside: 0,
		children: [],
		depth: 0,
	};
	const state: State = {
		text,
		locate,
		rendered,
		assume,
		frames: [root],
		comments: [],
		problems: [],
		words: [],
		settled: 0,
		behindBlock: false,
		openLua: 0,
	};
	let at = 0;
	let token: Token;
	do {
		token = scan(text, at);
		at = step(state, token);
	} while (token.kind !== "end");
	return {
		directives: root.children,
		comments: state.comments,
		problems: state.problems,
	};
}

/** Takes one token in; the offset to go on from. */
function step(state: State, token: Token): number {
	switch (token.kind) {
		case "word":
			takeWord(state, token);
			return token.end;
		case "comment":
			report(state, problems.faultyToken(token, state.text));
			state.comments.push({ at: state.locate(token.start, token.end) });
			if (!token.leads && state.words.length === 0) state.settled = token.end;
			return token.end;
		case ";":
			endStatement(state, token);
			return token.end;
		case "{":
			return openBlock(state, token);
		case "}":
			if (state.words.length > 0) endUnfinished(state, "}");
			closeBlock(state, token);
			return token.end;
		case "end":
			if (state.words.length > 0) endUnfinished(state, "end");
			while (state.frames.length > 1) closeSilently(state);
			return token.end;
	}
}

function takeWord(state: State, token: Token): void {
	if (state.words.length === 0 && token.leads) beginLine(state, token);
	report(state, problems.faultyToken(token, state.text));
	state.words.push(token);
}

/** The first statement of a line: its indentation may tell that blocks are over. */
function beginLine(state: State, token: Token): void {
	const { text, assume } = state;
	const indent = indentBefore(text, token.start);
	if (assume.indentation) {
		for (
			let frame = top(state);
			isOver(text, frame, indent);
			frame = top(state)
		)
			closeSilently(state);
	}
	const frame = top(state);
	if (frame.children.length === 0) frame.childIndent ??= indent;
}

function isOver(
	text: string,
	{ words: [head], childIndent }: Frame,
	indent: string,
): boolean {
	if (!head?.leads || childIndent === undefined) return false;
	const own = indentBefore(text, head.start);
	return (
		childIndent.length > own.length &&
		childIndent.startsWith(own) &&
		own.startsWith(indent)
	);
}

function endStatement(state: State, semicolon: Token): void {
	if (state.words.length === 0) {
		report(state, problems.straySemicolon(semicolon, state.behindBlock));
		return;
	}
	cutStatements(state, ";");
	const { words } = state;
	const [head] = words;
	const last = words.at(-1);
	if (!head || !last) return;
	if (needsBlock(words, top(state)))
		report(state, problems.missingOpenBrace(head, last, false));
	add(state, words, undefined, semicolon.end);
}

/** Splits off the statements that lack their `;` from the front of the words. */
function cutStatements(state: State, terminator: Terminator): void {
	const { words } = state;
	let from = 0;
	for (
		let cut = nextCut(words, 0, terminator, top(state));
		cut !== undefined;
		cut = nextCut(words, from, terminator, top(state))
	) {
		addUnfinished(state, words.slice(from, cut), words[cut]?.text);
		from = cut;
	}
	if (from > 0) state.words = words.slice(from);
}

function endUnfinished(state: State, terminator: "}" | "end"): void {
	cutStatements(state, terminator);
	addUnfinished(state, state.words, terminator === "}" ? "}" : undefined);
	state.words = [];
}

function addUnfinished(
	state: State,
	words: readonly Token[],
	next: string | undefined,
): void {
	const [head] = words;
	const last = words.at(-1);
	if (!head || !last) return;
	if (needsBlock(words, top(state))) {
		const opens =
			state.assume.opens === true && next !== "}" && next !== undefined;
		report(state, problems.missingOpenBrace(head, last, opens));
		if (opens) push(state, words, last.end);
		else add(state, words, undefined, last.end);
		return;
	}
	const glued = withoutCloseBrace(last);
	const proper = glued ? [...words.slice(0, -1), glued] : words;
	report(
		state,
		problems.missingSemicolon(glued ?? last, head.text, glued ? "}" : next),
	);
	add(state, proper, undefined, (glued ?? last).end);
	if (glued && state.frames.length > 1)
		closeBlock(state, { ...last, start: last.end - 1 });
}

/** `ok}` where `ok; }` was meant: the word without its brace. */
function withoutCloseBrace(word: Token): Token | undefined {
	if (
		word.quote ||
		word.escaped ||
		!word.text.endsWith("}") ||
		word.text.includes("{")
	)
		return undefined;
	return { ...word, end: word.end - 1, text: word.text.slice(0, -1) };
}

function openBlock(state: State, brace: Token): number {
	const last = state.words.at(-1);
	if (!last) {
		report(state, problems.braceWithoutName(brace));
		pushLoose(state, brace.end);
		return brace.end;
	}
	if (
		last.end === brace.start &&
		!last.quote &&
		quantifier(state.text, brace.start)
	)
		return takeBrace(state, brace, braceWordEnd(state.text, brace.start));
	cutStatements(state, "{");
	const head = state.words[0] ?? last;
	if (takesNoBlock(state.words, top(state))) {
		const end = rawEnd(state.text, brace, last);
		if (end !== undefined) return takeBrace(state, brace, end);
		report(state, problems.noBlockTaken(head.text, brace));
	}
	if (state.assume.context && isBlock(head.text)) {
		while (!mayContain(top(state).name, head.text)) closeSilently(state);
	}
	const { table } = top(state);
	if (table !== undefined) report(state, problems.blockInTable(table, brace));
	if (head.text.endsWith("_by_lua_block")) return takeLua(state, brace);
	if (top(state).depth >= deepest) {
		if (top(state).depth === deepest)
			report(state, problems.tooDeep(brace, deepest));
		state.words = [];
		pushLoose(state, brace.end);
		return brace.end;
	}
	push(state, state.words, brace.end);
	return brace.end;
}

/** Makes a `{` part of the word that it stands in or begins. */
function takeBrace(state: State, brace: Token, end: number): number {
	const { text, words } = state;
	const last = words.at(-1);
	const glued = last?.end === brace.start && !last.quote ? last : undefined;
	const start = glued?.start ?? brace.start;
	const raw = text.slice(start, end);
	const word: Token = {
		...(glued ?? brace),
		kind: "word",
		start,
		end,
		text: unescaped(raw),
		escaped: raw.includes("\\"),
	};
	if (glued) words.pop();
	words.push(word);
	const head = words[0]?.text;
	// The `)` that ends a condition stands outside of the quotes.
	const condition =
		head === "if" && raw.endsWith(")") && count(raw, ")") > count(raw, "(");
	const quotedEnd = condition ? end - 1 : end;
	const quoted = `"${text.slice(start, quotedEnd).replaceAll('"', '\\"')}"`;
	report(
		state,
		problems.unquotedBrace(
			start,
			quotedEnd,
			head === "include" ? undefined : quoted,
		),
	);
	return end;
}

/** `{3}`, `{2,}`: what would follow as a directive's name is none, whatever modules there are. */
function quantifier(text: string, at: number): boolean {
	return /^\{\d+(,\d*)?\}/.test(text.slice(at, at + 24));
}

function braceWordEnd(text: string, start: number): number {
	let at = start;
	while (at < text.length) {
		const unit = text.charCodeAt(at);
		if (isSpace(unit) || unit === 59) break;
		if (unit === 123 && !quantifier(text, at)) break;
		at++;
	}
	return at;
}

/** Where the text with a brace ends as one argument, if its line says so by ending with `;`. */
function rawEnd(text: string, brace: Token, last: Token): number | undefined {
	const lf = text.indexOf("\n", brace.start);
	const line = text.slice(brace.start, lf === -1 ? text.length : lf).trimEnd();
	if (!line.endsWith(";")) return undefined;
	const whole = line.slice(0, -1).trimEnd();
	if (last.end !== brace.start || last.quote) return brace.start + whole.length;
	const glued = /^[^\s;]*/.exec(whole)?.[0] ?? "";
	return brace.start + glued.length;
}

function takeLua(state: State, brace: Token): number {
	const { text, words } = state;
	const [head] = words;
	if (!head) return brace.end;
	const found =
		state.openLua < mostOpenLua ? endOfLua(text, brace.end) : undefined;
	if (found === undefined) {
		state.openLua++;
		report(state, problems.unclosedLua(head.start, brace.end));
	}
	const end =
		found ?? likelyEndOfLua(text, brace.end, indentBefore(text, head.start));
	const behind = Math.min(end + 1, text.length);
	add(state, words, { kind: "lua", at: state.locate(brace.end, end) }, behind);
	state.behindBlock = true;
	return behind;
}

function closeBlock(state: State, brace: Token): void {
	const frame = state.frames.length > 1 ? state.frames.pop() : undefined;
	if (!frame) {
		report(state, problems.strayCloseBrace(brace));
		return;
	}
	finish(state, frame, brace.start, brace.end);
	state.behindBlock = true;
}

/** Closes the innermost block where nothing in the text does. */
function closeSilently(state: State): void {
	const frame = state.frames.pop();
	const [head] = frame?.words ?? [];
	if (!frame) return;
	const end = Math.max(state.settled, frame.inside);
	if (head) {
		const newline = state.text.includes("\r\n") ? "\r\n" : "\n";
		const indent = head.leads ? indentBefore(state.text, head.start) : "";
		report(
			state,
			problems.missingCloseBrace(
				head,
				frame.inside,
				end,
				`${newline}${indent}}`,
			),
		);
	}
	finish(state, frame, end, end);
}

function finish(
	state: State,
	frame: Frame,
	inner: number,
	outer: number,
): void {
	// A brace that opened nothing: its statements went to the block around it.
	if (frame.words.length > 0) {
		const block: Block = {
			kind: "directives",
			directives: frame.children,
			at: state.locate(frame.inside, inner),
		};
		top(state).children.push(directive(state, frame.words, block, outer));
	}
	state.settled = outer;
}

function push(state: State, words: readonly Token[], inside: number): void {
	const around = top(state);
	const name = words[0]?.text ?? "";
	state.frames.push({
		name,
		trusted: around.trusted && isBlock(name),
		table: isTable(name) ? name : undefined,
		words,
		inside,
		children: [],
		depth: around.depth + 1,
	});
	begin(state, inside);
}

/** A brace that opens nothing: what stands in it belongs to the block around it. */
function pushLoose(state: State, inside: number): void {
	const around = top(state);
	state.frames.push({ ...around, words: [], inside, depth: around.depth + 1 });
	begin(state, inside);
}

function begin(state: State, settled: number): void {
	state.words = [];
	state.settled = settled;
	state.behindBlock = false;
}

function add(
	state: State,
	words: readonly Token[],
	block: Block | undefined,
	end: number,
): void {
	top(state).children.push(directive(state, words, block, end));
	begin(state, end);
}

function directive(
	state: State,
	words: readonly Token[],
	block: Block | undefined,
	end: number,
): Directive {
	const [name, ...args] = words.map((token) => toWord(state, token));
	if (!name) throw new Error("a directive has a name");
	return { name, args, block, at: state.locate(words[0]?.start ?? end, end) };
}

function toWord(state: State, token: Token): Word {
	const at = state.locate(token.start, token.end);
	const { text, quote } = token;
	if (!token.escaped && !state.rendered) return { text, quote, at };
	const start = token.start + (quote ? 1 : 0);
	const closed = quote && token.fault !== "unclosed-quote";
	const spans = unitSpans(
		state.text.slice(start, token.end - (closed ? 1 : 0)),
		start,
	);
	const units = state.rendered
		? spans.map((span) => state.locate(span.start, span.end))
		: spans;
	return { text, quote, at, units };
}

function top(state: State): Frame {
	const frame = state.frames.at(-1);
	if (!frame) throw new Error("the file's own frame is never closed");
	return frame;
}

function report(state: State, problem: Problem | undefined): void {
	if (problem && state.problems.length < mostProblems)
		state.problems.push(problem);
}

function indentBefore(text: string, offset: number): string {
	return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

function count(text: string, unit: string): number {
	return text.split(unit).length - 1;
}
