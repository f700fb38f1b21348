/** The line that a place begins in, with marks under the place. */

import { type LineIndex, lineText, positionAt } from "../../text/line-index.ts";
import type { Span } from "../../text/place.ts";

export interface Excerpt {
	/** The line's number, from 1. */
	readonly number: string;
	readonly line: string;
	readonly marks: string;
}

/** Of longer lines only what is around the place is shown. */
const longest = 120;

/** Of a place over several lines the first is shown. */
export function excerpt(lines: LineIndex, span: Span): Excerpt {
	const start = positionAt(lines, span.start);
	const end = positionAt(lines, span.end);
	const whole = lineText(lines, start.line);
	const last = end.line === start.line ? end.character : whole.length;
	const from =
		whole.length <= longest ? 0 : Math.max(0, start.character - longest / 3);
	const line = cut(whole, from);
	const shift = line.length < whole.length && from > 0 ? from - 1 : 0;
	const indent = line.slice(0, start.character - shift).replace(/[^\t]/g, " ");
	const width = Math.max(
		1,
		Math.min(last - start.character, line.length - indent.length),
	);
	return {
		number: String(start.line + 1),
		line,
		marks: `${indent}${"^".repeat(width)}`,
	};
}

function cut(line: string, from: number): string {
	if (line.length <= longest) return line;
	const to = from + longest;
	return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}
