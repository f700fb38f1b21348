/** Literal block scalars: `|` and `|-`. */

import type { RawScalar } from "../raw.ts";
import {
	endOfLine,
	finishLine,
	nextContent,
	notSimple,
	type Reader,
} from "./reader.ts";

/** At the `|` of a value in a column. A first line that is indented more than the next ones, CRLF and `|+` are not simple. */
export function readLiteral(reader: Reader, column: number): RawScalar {
	const { text, at: start } = reader;
	reader.at++;
	const strip = text[reader.at] === "-";
	if (strip) reader.at++;
	finishLine(reader);
	const lines: string[] = [];
	let indent: number | undefined;
	let end = start;
	while (reader.at < text.length) {
		const stop = endOfLine(text, reader.at);
		if (text[stop] === "\r") throw notSimple;
		const line = text.slice(reader.at, stop);
		const blanks = line.length - line.trimStart().length;
		if (blanks < line.length) {
			if (indent === undefined && blanks > column) indent = blanks;
			if (indent === undefined || blanks < indent) break;
			end = reader.at + line.trimEnd().length;
		} else if (indent === undefined || line.length > indent) throw notSimple;
		lines.push(line.slice(indent));
		reader.at = Math.min(stop + 1, text.length);
	}
	if (end === start) throw notSimple;
	while (lines.at(-1) === "") lines.pop();
	nextContent(reader);
	if (!reader.ended && reader.column > column) throw notSimple;
	return {
		kind: "scalar",
		text: lines.join("\n") + (strip ? "" : "\n"),
		plain: false,
		start,
		end,
	};
}
