/**
 * Formatting: white space between tokens, and nothing else. Lines stay as they were broken; the
 * inside of quotes and of Lua is text. A file that nginx could not read is left alone.
 */

import type { Edit } from "../../../text/edit.ts";
import { parseNginx } from "../parse.ts";
import { alignedTokens } from "./alignment.ts";
import { columnsIn, type Indentation, indent } from "./indentation.ts";
import { type Placed, tokensOf } from "./tokens.ts";

/** So many empty lines in a row stay. */
const mostEmptyLines = 2;

export function formatEdits(
	path: string,
	text: string,
	indentation: Indentation,
): readonly Edit[] {
	if (parseNginx(path, text).errors.length > 0) return [];
	const tokens = tokensOf(text);
	const aligned = alignedTokens(text, tokens, indentation);
	/** By the token that begins a line: the columns that it has now, and those that it will have. */
	const before = new Map<number, number>();
	const after = new Map<number, number>();
	const edits: Edit[] = [];
	let lineStart = 0;

	for (const [index, token] of tokens.entries()) {
		const previous = tokens[index - 1];
		const from = previous?.end ?? (text.startsWith("\ufeff") ? 1 : 0);
		const gap = text.slice(from, token.start);
		const breaks = gap.split("\n").length - 1;
		if (token.kind === "lua" || previous?.kind === "lua") continue;
		if (breaks > 0 || !previous) lineStart = index;
		const wanted = between(previous, token, gap, breaks, index);
		edits.push(...changes(gap, wanted, from, path));
	}
	return edits;

	/** The white space that belongs between two tokens. */
	function between(
		previous: Placed | undefined,
		token: Placed,
		gap: string,
		breaks: number,
		index: number,
	): string {
		if (!previous) return atStart(token, gap, index);
		if (token.kind === "end") return lineEnd(gap);
		if (breaks === 0) return inLine(previous, token, gap);
		const columns = newColumns(token, gap, index);
		return lineBreaks(gap, breaks) + indent(columns, token.depth, indentation);
	}

	function atStart(token: Placed, gap: string, index: number): string {
		before.set(index, columnsIn(gap, indentation));
		after.set(index, 0);
		return token.kind === "end" ? gap : "";
	}

	/** Of a statement by its depth; of what goes on in a further line as it stood to its statement's beginning. */
	function newColumns(token: Placed, gap: string, index: number): number {
		const now = columnsIn(gap.slice(gap.lastIndexOf("\n") + 1), indentation);
		before.set(index, now);
		const step = token.depth * indentation.size;
		const first = firstOfLine(token.statement);
		const own =
			token.statement === index || token.kind === "}" || token.kind === "{";
		const columns = own
			? step
			: (after.get(first) ?? step) +
				(now > (before.get(first) ?? 0)
					? now - (before.get(first) ?? 0)
					: indentation.size);
		after.set(index, columns);
		return columns;
	}

	/** The token that begins the line in which another one stands. */
	function firstOfLine(index: number): number {
		for (let at = index; at >= 0; at--) if (after.has(at)) return at;
		return lineStart;
	}

	function inLine(previous: Placed, token: Placed, gap: string): string {
		if (token.kind === "comment") return gap === "" ? " " : gap;
		if (aligned.has(token.start) && gap !== "") return gap;
		if (token.kind === ";") return previous.kind === "word" ? "" : gap;
		if (token.kind === "{" || token.kind === "}" || previous.kind === "{")
			return previous.kind === "{" && token.kind === "}"
				? gap
				: gap === "" || token.kind === "{"
					? " "
					: gap;
		if (previous.kind !== "word") return gap === "" ? " " : gap;
		return /^ {2,}$/.test(gap) ? " " : gap;
	}
}

/** What ends the file: one line break, as its others are. */
function lineEnd(gap: string): string {
	const first = /\r?\n/.exec(gap)?.[0];
	return first ?? "\n";
}

function lineBreaks(gap: string, breaks: number): string {
	const most = Math.min(breaks, mostEmptyLines + 1);
	return (gap.match(/\r?\n/g) ?? []).slice(0, most).join("");
}

/** An edit for each line, so that a part of a file can be formatted alone. */
function changes(
	gap: string,
	wanted: string,
	from: number,
	path: string,
): readonly Edit[] {
	if (gap === wanted) return [];
	const now = gap.split("\n");
	const then = wanted.split("\n");
	if (now.length !== then.length)
		return [{ path, start: from, end: from + gap.length, newText: wanted }];
	let start = from;
	return now.flatMap((line, index): readonly Edit[] => {
		const end = start + line.length;
		const edit = { path, start, end, newText: then[index] ?? "" };
		start = end + 1;
		return line === edit.newText ? [] : [edit];
	});
}
