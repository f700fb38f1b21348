/** Scalars on one line. */

import type { RawScalar } from "../raw.ts";
import { endOfLine, hash, notSimple, type Reader, space } from "./reader.ts";

/** A quoted one at the reader's place; escapes and line breaks in it are not simple. */
export function readQuoted(reader: Reader): RawScalar {
	const { text, at: start } = reader;
	const quote = text[start] as string;
	let end = text.indexOf(quote, start + 1);
	// Two single quotes are one.
	while (end > 0 && quote === "'" && text[end + 1] === quote)
		end = text.indexOf(quote, end + 2);
	if (end < 0) throw notSimple;
	const inner = text.slice(start + 1, end);
	if (inner.includes("\n") || (quote === '"' && inner.includes("\\")))
		throw notSimple;
	reader.at = end + 1;
	return {
		kind: "scalar",
		text: quote === "'" ? inner.replaceAll("''", "'") : inner,
		plain: false,
		start,
		end: end + 1,
	};
}

/** A plain one, to the end of its line or to its comment. */
export function readPlain(reader: Reader): RawScalar {
	const { text, at: start } = reader;
	let line = text.slice(start, endOfLine(text, start));
	const comment = line.indexOf(" #");
	if (comment >= 0) line = line.slice(0, comment);
	line = line.trimEnd();
	if (!canBegin(line) || line.includes(": ") || line.endsWith(":"))
		throw notSimple;
	reader.at = start + line.length;
	return { kind: "scalar", text: line, plain: true, start, end: reader.at };
}

/** A key at the reader's place, to behind its colon; nothing, where the line has none. */
export function readKey(reader: Reader): RawScalar | undefined {
	const { text, at: start } = reader;
	const first = text[start];
	if (first === '"' || first === "'") {
		const key = readQuoted(reader);
		if (isColon(text, reader.at)) {
			reader.at++;
			return key;
		}
		// `"a" : b` is a key as well.
		if (/^ *:/.test(text.slice(reader.at, reader.at + 100))) throw notSimple;
		reader.at = start;
		return undefined;
	}
	const end = colonOf(text, start);
	if (end === undefined) return undefined;
	const key = text.slice(start, end);
	if (!canBegin(key) || key.endsWith(" ") || key.length > 1000) throw notSimple;
	reader.at = end + 1;
	return { kind: "scalar", text: key, plain: true, start, end };
}

/** The first colon of the line that ends a key. */
function colonOf(text: string, start: number): number | undefined {
	const stop = endOfLine(text, start);
	for (let at = start; at < stop; at++) {
		const unit = text.charCodeAt(at);
		if (unit === hash && text.charCodeAt(at - 1) === space) return undefined;
		if (unit === colon && isColon(text, at)) return at;
	}
	return undefined;
}

const colon = 58;

function isColon(text: string, at: number): boolean {
	if (text[at] !== ":") return false;
	const next = text[at + 1];
	return next === undefined || next === " " || next === "\n" || next === "\r";
}

/** Whether a plain scalar can begin so (YAML 1.2, ns-plain-first). */
export function canBegin(scalar: string): boolean {
	return (
		scalar !== "" && !/^(?:[[\]{},#&*!|>'"%@`]|[-?:](?:\s|$))/.test(scalar)
	);
}
