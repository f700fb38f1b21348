/**
 * The physical lines of a Dockerfile to instructions, as BuildKit's parser joins them
 * (frontend/dockerfile/parser/parser.go): continuations, comments in between, heredocs.
 */

import type { Place } from "../../text/place.ts";
import type { DockerfileProblem } from "./facts.ts";
import { type RawHeredoc, takeHeredocs } from "./heredoc.ts";
import {
	isBlank,
	isComment,
	nextLine,
	noteComment,
	type PhysicalLine,
	type Reader,
	readerOf,
} from "./reader.ts";

/** One instruction's text with its continuation lines joined. */
export interface LogicalLine {
	/** In capitals. */
	readonly keyword: string;
	readonly text: string;
	/** Index in `text` at which the arguments begin. */
	readonly rest: number;
	/** `\`, or the backtick where the file says so. */
	readonly escapeToken: string;
	readonly heredocs: readonly RawHeredoc[];
	/** The instruction with its continuation lines, without its heredocs. */
	readonly at: Place;
	/** Place of a part of `text`. */
	place(start: number, end: number): Place;
}

export interface Lines {
	readonly lines: readonly LogicalLine[];
	readonly comments: readonly Place[];
	readonly problems: readonly DockerfileProblem[];
}

/** Reads any text, in linear time. */
export function readLines(text: string, place: Reader["place"]): Lines {
	const reader = readerOf(text, place);
	readDirectives(reader);
	const lines: LogicalLine[] = [];
	for (let line = nextLine(reader); line; line = nextLine(reader)) {
		if (isBlank(line)) continue;
		if (isComment(line)) noteComment(reader, line);
		else lines.push(readInstruction(reader, line));
	}
	const { comments, problems } = reader;
	return { lines, comments, problems };
}

/** `# escape=` and its kin count only above everything else, comments and blank lines included. */
function readDirectives(reader: Reader): void {
	for (;;) {
		const before = reader.offset;
		const line = nextLine(reader);
		const match = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S.*)$/.exec(
			line?.text.trim() ?? "",
		);
		if (!line || !match) {
			reader.offset = before;
			return;
		}
		noteComment(reader, line);
		if (match[1]?.toLowerCase() === "escape" && match[2] === "`")
			reader.escapeToken = "`";
	}
}

function readInstruction(reader: Reader, first: PhysicalLine): LogicalLine {
	const pieces: { readonly at: number; readonly offset: number }[] = [];
	const texts: string[] = [];
	let length = 0;
	let end = first.end;
	const indent = first.text.length - first.text.trimStart().length;
	const add = (line: PhysicalLine, from: number) => {
		const goesOn = continuation(line.text, reader.escapeToken);
		const piece = line.text.slice(from, goesOn ?? line.text.length);
		pieces.push({ at: length, offset: line.start + from });
		texts.push(piece);
		length += piece.length;
		end = line.end;
		return goesOn !== undefined;
	};
	let open = add(first, indent);
	while (open) {
		const line = nextLine(reader);
		if (!line) break;
		if (isComment(line)) noteComment(reader, line);
		else if (!isBlank(line)) open = add(line, 0);
	}
	const text = texts.join("");
	const keyword = /^\S*/.exec(text)?.[0] ?? "";
	const rest =
		keyword.length + (/^\s*/.exec(text.slice(keyword.length))?.[0].length ?? 0);
	const place = (from: number, to: number) => {
		const start = offsetIn(pieces, from);
		// The end belongs to the piece of its last character: the next one may be lines away.
		return reader.place(
			start,
			to > from ? offsetIn(pieces, to - 1) + 1 : start,
		);
	};
	const at = reader.place(first.start + indent, end);
	const upper = keyword.toUpperCase();
	const heredocs = takeHeredocs(reader, upper, text, rest, at);
	const { escapeToken } = reader;
	return { keyword: upper, text, rest, escapeToken, heredocs, at, place };
}

/** The length of the line without its continuation mark; undefined where it has none. An escaped one is none. */
function continuation(line: string, escapeToken: string): number | undefined {
	let end = line.length;
	while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--;
	return line[end - 1] === escapeToken && line[end - 2] !== escapeToken
		? end - 1
		: undefined;
}

function offsetIn(
	pieces: readonly { readonly at: number; readonly offset: number }[],
	index: number,
): number {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((pieces[middle]?.at ?? 0) <= index) low = middle;
		else high = middle - 1;
	}
	const piece = pieces[low];
	return piece ? piece.offset + index - piece.at : index;
}
