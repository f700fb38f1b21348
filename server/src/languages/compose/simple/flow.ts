/** `[ … ]` and `{ … }`, over several lines too. */

import type { RawNode, RawPair } from "../raw.ts";
import {
	carriageReturn,
	finishLine,
	hash,
	lineFeed,
	nextContent,
	notSimple,
	type Reader,
	skipSpaces,
} from "./reader.ts";
import { canBegin, readQuoted } from "./scalar.ts";

/** At a bracket or brace; every further line is indented more than `parent`, its end too. */
export function readFlow(reader: Reader, parent: number): RawNode {
	if (++reader.depth > 50) throw notSimple;
	const start = reader.at;
	const isMap = reader.text[start] === "{";
	const close = isMap ? "}" : "]";
	const items: RawNode[] = [];
	const pairs: RawPair[] = [];
	reader.at++;
	skipGap(reader, parent);
	while (reader.text[reader.at] !== close) {
		if (isMap) pairs.push(readPair(reader, parent));
		else items.push(readMember(reader, parent));
		skipGap(reader, parent);
		if (reader.text[reader.at] === ",") {
			reader.at++;
			skipGap(reader, parent);
		} else if (reader.text[reader.at] !== close) throw notSimple;
	}
	reader.at++;
	reader.depth--;
	const span = { start, end: reader.at, flow: true };
	return isMap
		? { kind: "map", pairs, ...span }
		: { kind: "sequence", items, ...span };
}

function readPair(reader: Reader, parent: number): RawPair {
	const key = readMember(reader, parent);
	if (
		key.kind !== "scalar" ||
		reader.text[reader.at] !== ":" ||
		reader.text[reader.at + 1] !== " "
	)
		throw notSimple;
	reader.at += 2;
	skipSpaces(reader);
	return { key, value: readMember(reader, parent) };
}

function readMember(reader: Reader, parent: number): RawNode {
	const first = reader.text[reader.at];
	if (first === "[" || first === "{") return readFlow(reader, parent);
	if (first === '"' || first === "'") return readQuoted(reader);
	const { at: start } = reader;
	member.lastIndex = start;
	const written = member.exec(reader.text)?.[0] ?? "";
	const colon = written.search(/:(?: |$)/);
	const word = (colon < 0 ? written : written.slice(0, colon)).replace(
		/ +(?:#.*)?$/,
		"",
	);
	if (first === "*") return readAlias(reader, word);
	if (
		!canBegin(word) ||
		word.includes(" #") ||
		(colon >= 0 && word.length !== colon)
	)
		throw notSimple;
	reader.at = start + word.length;
	return { kind: "scalar", text: word, plain: true, start, end: reader.at };
}

function readAlias(reader: Reader, word: string): RawNode {
	if (!/^\*[^\s:]+$/.test(word)) throw notSimple;
	const start = reader.at;
	reader.at += word.length;
	return { kind: "alias", name: word.slice(1), start, end: reader.at };
}

/** Up to the next sign of a collection, or the line's end. */
const member = /[^,[\]{}\r\n]*/y;

/** Blanks, comments and line breaks between members. */
function skipGap(reader: Reader, parent: number): void {
	skipSpaces(reader);
	const unit = reader.text.charCodeAt(reader.at);
	if (unit !== lineFeed && unit !== carriageReturn && unit !== hash) return;
	finishLine(reader);
	nextContent(reader);
	if (reader.ended || reader.column <= parent) throw notSimple;
}
