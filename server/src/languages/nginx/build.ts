/**
 * Tokens to statements and blocks. Where nginx would stop, this goes on with what the writer
 * most likely meant.
 */

import {
	type BraceInWord,
	quantifierInWord,
	textWithBrace,
} from "./brace-in-word.ts";
import { endOfLua, likelyEndOfLua } from "./lua.ts";
import {
	addDirective,
	beginReading,
	closeBlock,
	closeUnclosed,
	indentBefore,
	innermost,
	type Locate,
	type OpenBlock,
	openBlock,
	openNothing,
	type Reading,
	report,
} from "./open-blocks.ts";
import * as problems from "./problem.ts";
import { scan, type Token } from "./scan.ts";
import {
	holdsStatement,
	needsBlock,
	nextCut,
	type Terminator,
	takesNoBlock,
} from "./statement.ts";
import type { Comment, Directive } from "./tree.ts";
import { isBlock, mayContain } from "./vocabulary.ts";

/** What to assume where braces don't match. */
export interface Assumptions {
	/** A block is over where a statement begins that is indented no deeper than its head. */
	readonly indentation?: boolean;
	/** A block is over where another begins that nginx doesn't allow in it. */
	readonly context?: boolean;
	/** A block directive without a brace was meant to open one. */
	readonly opens?: boolean;
	/** A quoted text of several lines that holds a statement was to end with its first line. */
	readonly quotes?: boolean;
}

export interface Attempt {
	readonly directives: readonly Directive[];
	readonly comments: readonly Comment[];
	readonly problems: readonly problems.Problem[];
	/** The assumption of open quotes would make a difference. */
	readonly doubtfulQuotes: boolean;
}

export function build(
	text: string,
	locate: Locate,
	rendered: boolean,
	assume: Assumptions,
): Attempt {
	const state: State = {
		...beginReading(text, locate, rendered),
		assume,
		unclosedLua: 0,
		doubtfulQuotes: false,
	};
	let at = 0;
	let token: Token;
	do {
		token = scan(text, at, assume.quotes ? holdsStatement : undefined);
		at = take(state, token);
	} while (token.kind !== "end");
	return {
		directives: state.file.children,
		comments: state.comments,
		problems: state.problems,
		doubtfulQuotes: state.doubtfulQuotes,
	};
}

interface State extends Reading {
	readonly assume: Assumptions;
	unclosedLua: number;
	doubtfulQuotes: boolean;
}

/** Deeper blocks are read as if their braces were not there, so that nobody who walks the tree runs out of stack. */
const deepest = 200;

/** Each Lua block without an end costs a look at the rest of the file. */
const mostUnclosedLua = 10;

/** Takes one token in; gives the offset to go on from. */
function take(state: State, token: Token): number {
	report(state, problems.faultyToken(token, state.text));
	switch (token.kind) {
		case "word":
			if (state.words.length === 0 && token.leads) beginLine(state, token);
			if (token.quote && holdsStatement(token.text))
				state.doubtfulQuotes = true;
			state.words.push(token);
			return token.end;
		case "comment":
			state.comments.push({ at: state.locate(token.start, token.end) });
			if (!token.leads && state.words.length === 0) state.settled = token.end;
			return token.end;
		case ";":
			endStatement(state, token);
			return token.end;
		case "{":
			return takeOpenBrace(state, token);
		case "}":
			endUnfinished(state, "}");
			closeBlock(state, token);
			return token.end;
		case "end":
			endUnfinished(state, "end");
			// The innermost block first: its brace is the one to write next.
			for (let mends = true; state.open.length > 0; mends = false)
				closeUnclosed(state, mends);
			return token.end;
	}
}

/** A statement that begins a line: its indentation may tell that blocks are over. */
function beginLine(state: State, head: Token): void {
	// Most are neither in doubt nor the first of their block.
	if (!state.assume.indentation && innermost(state).children.length > 0) return;
	const indent = indentBefore(state.text, head.start);
	if (indent === undefined) return;
	if (state.assume.indentation) {
		while (isOver(state.text, innermost(state), indent))
			closeUnclosed(state, true);
	}
	const block = innermost(state);
	if (block.children.length === 0) block.childIndent ??= indent;
}

function isOver(
	text: string,
	{ words: [head], children, childIndent }: OpenBlock,
	indent: string,
): boolean {
	const own = head && indentBefore(text, head.start);
	if (own === undefined || !own.startsWith(indent)) return false;
	// Its first statement stands on its head's line: so would its end.
	if (childIndent === undefined) return children.length > 0;
	return childIndent.length > own.length && childIndent.startsWith(own);
}

function endStatement(state: State, semicolon: Token): void {
	if (state.words.length === 0)
		report(state, problems.straySemicolon(semicolon, state.behindBlock));
	cutStatements(state, ";");
	const { words } = state;
	if (needsBlock(words, innermost(state)))
		report(state, problems.missingOpenBrace(words, false));
	addDirective(state, words, undefined, semicolon.end);
}

/** Splits off the statements that lack their `;` from the front of the words. */
function cutStatements(state: State, terminator: Terminator): void {
	const { words } = state;
	let from = 0;
	for (;;) {
		const cut = nextCut(words, from, terminator, innermost(state));
		if (cut === undefined) break;
		addUnfinished(state, words.slice(from, cut), words[cut]?.text);
		from = cut;
	}
	if (from > 0) state.words = words.slice(from);
}

function endUnfinished(state: State, terminator: "}" | "end"): void {
	cutStatements(state, terminator);
	addUnfinished(state, state.words, terminator === "}" ? "}" : undefined);
}

/** A statement without its `;` or `{`; `next` is what stands in its place, nothing at the end of the file. */
function addUnfinished(
	state: State,
	words: readonly Token[],
	next: string | undefined,
): void {
	const head = words[0];
	const last = words.at(-1);
	if (!head || !last) return;
	if (needsBlock(words, innermost(state))) {
		const opens =
			state.assume.opens === true && next !== "}" && next !== undefined;
		report(state, problems.missingOpenBrace(words, opens));
		if (opens) openBlock(state, words, last.end);
		else addDirective(state, words, undefined, last.end);
		return;
	}
	const proper = withoutCloseBrace(last);
	if (!proper) {
		report(state, problems.missingSemicolon(last, head.text, next));
		addDirective(state, words, undefined, last.end);
		return;
	}
	report(state, problems.missingSemicolon(proper, head.text, "}"));
	addDirective(state, [...words.slice(0, -1), proper], undefined, proper.end);
	closeBlock(state, { ...last, start: proper.end });
}

/** `ok}` where `ok; }` was meant: the word without its brace. */
function withoutCloseBrace(word: Token): Token | undefined {
	const { text, quote, start, end } = word;
	if (quote || !text.endsWith("}") || /[{\\]/.test(text)) return undefined;
	// Something in it is escaped, the brace perhaps.
	if (text.length !== end - start) return undefined;
	return { ...word, end: end - 1, text: text.slice(0, -1) };
}

function takeOpenBrace(state: State, brace: Token): number {
	const { text } = state;
	if (state.words.length === 0) {
		report(state, problems.braceWithoutName(brace));
		openNothing(state, brace.end);
		return brace.end;
	}
	const quantifier = quantifierInWord(text, state.words, brace);
	if (quantifier) return takeBraceInWord(state, quantifier);
	cutStatements(state, "{");
	const { words } = state;
	const name = words[0]?.text ?? "";
	if (state.assume.context && isBlock(name)) {
		while (!mayContain(innermost(state).name, name)) closeUnclosed(state, true);
		state.words = words;
	}
	if (takesNoBlock(words, innermost(state))) {
		const meant = textWithBrace(text, words, brace);
		if (meant) return takeBraceInWord(state, meant);
		report(state, problems.noBlockTaken(name, brace));
	}
	const { table, depth } = innermost(state);
	if (table !== undefined) report(state, problems.blockInTable(table, brace));
	if (name.endsWith("_by_lua_block")) return takeLua(state, brace);
	if (depth < deepest) openBlock(state, words, brace.end);
	else {
		if (depth === deepest) report(state, problems.tooDeep(brace, deepest));
		openNothing(state, brace.end);
	}
	return brace.end;
}

function takeBraceInWord(
	state: State,
	{ word, continues, end, quoted }: BraceInWord,
): number {
	if (continues) state.words.pop();
	state.words.push(word);
	// A quoted pattern would be a file's name: include knows no braces.
	const mends = state.words[0]?.text !== "include";
	report(
		state,
		problems.unquotedBrace(word.start, end, mends ? quoted : undefined),
	);
	return word.end;
}

function takeLua(state: State, brace: Token): number {
	const { text, words } = state;
	const start = words[0]?.start ?? brace.start;
	const indent = indentBefore(text, start) ?? "";
	let inner =
		state.unclosedLua < mostUnclosedLua ? endOfLua(text, brace.end) : undefined;
	if (inner !== undefined && state.assume.indentation) {
		// Of Lua without its last brace, the brace of a block around it became the end.
		const closing = indentBefore(text, inner);
		if (closing !== undefined && !closing.startsWith(indent)) inner = undefined;
	}
	if (inner === undefined) {
		state.unclosedLua++;
		inner = likelyEndOfLua(text, brace.end, indent);
		report(state, problems.unclosedLua(start, brace.end));
	}
	const outer = Math.min(inner + 1, text.length);
	const at = state.locate(brace.end, inner);
	addDirective(state, words, { kind: "lua", at }, outer);
	return outer;
}
