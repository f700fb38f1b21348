/** Edits of an nginx file that leave everything else as it is: indentation, comments, blank lines, line breaks. */

import { type Edit, replace } from "../../text/edit.ts";
import type { Span } from "../../text/place.ts";
import type { Directive, Word } from "./tree.ts";

/** Puts statements (with their `;`) on lines of their own behind a directive and a comment that follows on its line. */
export function insertAfter(
	text: string,
	directive: Directive,
	statements: readonly string[],
): Edit {
	const { path, start, end } = directive.at;
	const at = endOfCommentBehind(text, end) ?? end;
	return {
		path,
		start: at,
		end: at,
		newText: statements
			.map((each) => newLine(text, indentOf(text, start), each))
			.join(""),
	};
}

/** Puts statements on lines of their own before a directive. */
export function insertBefore(
	text: string,
	directive: Directive,
	statements: readonly string[],
): Edit {
	const { path, start } = directive.at;
	const indent = indentOf(text, start);
	const lines = statements.map(
		(each) => `${indented(text, indent, each)}${lineBreak(text)}${indent}`,
	);
	return { path, start, end: start, newText: lines.join("") };
}

/** Puts statements at the beginning of a directive's block; undefined where it has none. */
export function insertFirst(
	text: string,
	directive: Directive,
	statements: readonly string[],
): Edit | undefined {
	const { block } = directive;
	if (block?.kind !== "directives") return undefined;
	const { path, start, end } = block.at;
	const [first] = block.directives;
	if (first && !text.slice(start, first.at.start).includes("\n"))
		return {
			path,
			start,
			end: start,
			newText: statements.map((each) => ` ${each}`).join(""),
		};
	const own = indentOf(text, directive.at.start);
	const indent = first
		? indentOf(text, first.at.start)
		: own + indentUnit(text);
	const at = endOfCommentBehind(text, start) ?? start;
	const lines = statements.map((each) => newLine(text, indent, each)).join("");
	// The closing brace of an empty block on one line gets a line of its own.
	if (text.slice(at, end).trim() === "" && !text.slice(at, end).includes("\n"))
		return {
			path,
			start: at,
			end,
			newText: `${lines}${lineBreak(text)}${own}`,
		};
	return { path, start: at, end: at, newText: lines };
}

/** Takes a directive away: with its line and the comment on it where nothing else stands there. */
export function removeDirective(text: string, directive: Directive): Edit {
	const { path, start, end } = directive.at;
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const behind = endOfCommentBehind(text, end) ?? end;
	const lineEnd = endOfLine(text, behind);
	const aloneBefore = text.slice(lineStart, start).trim() === "";
	const aloneBehind = text.slice(behind, lineEnd).trim() === "";
	if (!aloneBefore || !aloneBehind) {
		const from =
			start - (/[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0);
		return {
			path,
			start: aloneBefore ? start : from,
			end: aloneBefore ? skipBlanks(text, end) : end,
			newText: "",
		};
	}
	const until = Math.min(lineEnd + 1, text.length);
	return { path, ...withoutBlankLine(text, lineStart, until), newText: "" };
}

/** Takes an argument away, with the blanks before it. */
export function removeWord(text: string, { at }: Word): Edit {
	const blanks = /[ \t]*$/.exec(text.slice(0, at.start))?.[0].length ?? 0;
	return { ...at, start: at.start - blanks, newText: "" };
}

/** Writes another text in the place of a word, in quotes where it must be or the word was. */
export function changeWord(word: Word, newText: string): Edit {
	return replace(
		word.at,
		word.quote ? quoted(newText, word.quote) : asWord(newText),
	);
}

/** The text as one word of an nginx file. */
export function asWord(text: string): string {
	const plain = text !== "" && !/[\s;\\]|^["'#}{]|(?<!\$)\{/.test(text);
	return plain ? text : quoted(text, '"');
}

function quoted(text: string, quote: '"' | "'"): string {
	return `${quote}${text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`)}${quote}`;
}

function newLine(text: string, indent: string, statement: string): string {
	return `${lineBreak(text)}${indent}${indented(text, indent, statement)}`;
}

/** A statement of several lines: all but the first get the indentation. */
function indented(text: string, indent: string, statement: string): string {
	return statement.split("\n").join(`${lineBreak(text)}${indent}`);
}

function lineBreak(text: string): string {
	return text.includes("\r\n") ? "\r\n" : "\n";
}

function indentOf(text: string, offset: number): string {
	return (
		/^[ \t]*/.exec(
			text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset),
		)?.[0] ?? ""
	);
}

/** What the file indents by: its first indented line tells. */
function indentUnit(text: string): string {
	return /\n([ \t]+)[^\s#]/.exec(text)?.[1] ?? "    ";
}

function endOfCommentBehind(text: string, offset: number): number | undefined {
	const rest = text.slice(offset, endOfLine(text, offset));
	return /^[ \t]*#/.test(rest) ? offset + rest.trimEnd().length : undefined;
}

/** Before the line break. */
function endOfLine(text: string, offset: number): number {
	const lf = text.indexOf("\n", offset);
	return lf === -1 ? text.length : lf;
}

function skipBlanks(text: string, offset: number): number {
	return (
		offset +
		(/^[ \t]*/.exec(text.slice(offset, endOfLine(text, offset)))?.[0].length ??
			0)
	);
}

/** Lines to be removed, with the blank line that would be left over: a second one in a row, or the first or last in a block. */
function withoutBlankLine(text: string, start: number, end: number): Span {
	const before = text.slice(0, start).trimEnd();
	const blankBefore = text.slice(before.length, start).split("\n").length > 2;
	const next = /^[ \t]*\r?\n/.exec(text.slice(end, endOfLine(text, end) + 1));
	if (next && (blankBefore || before === "" || before.endsWith("{")))
		return { start, end: end + next[0].length };
	if (!blankBefore || !/^\s*(\}|$)/.test(text.slice(end)))
		return { start, end };
	return { start: text.lastIndexOf("\n", start - 2) + 1, end };
}
