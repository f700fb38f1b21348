/** Block mappings and lists, told apart by their columns. */

import { type RawNode, type RawPair, rawNothing } from "../raw.ts";
import { readFlow } from "./flow.ts";
import { readLiteral } from "./literal.ts";
import {
	finishLine,
	isAtLineEnd,
	isBreakOrSpace,
	nextContent,
	notSimple,
	type Reader,
	skipSpaces,
} from "./reader.ts";
import { readKey, readPlain, readQuoted } from "./scalar.ts";

/** The collection whose first line the reader stands at; ends at the next content behind it. */
export function readBlock(reader: Reader): RawNode {
	if (++reader.depth > 50) throw notSimple;
	const node = isDash(reader)
		? readSequence(reader, reader.column)
		: readMap(reader, reader.column);
	reader.depth--;
	return node;
}

function readMap(reader: Reader, column: number): RawNode {
	const { start } = reader;
	const pairs: RawPair[] = [];
	let end = start;
	while (!reader.ended && reader.column === column && !isDash(reader)) {
		reader.at = reader.start;
		const key = readKey(reader);
		if (key === undefined) throw notSimple;
		const value = readValue(reader, column, true);
		pairs.push({ key, value });
		end = value.end;
	}
	leave(reader, column);
	return { kind: "map", pairs, flow: false, start, end };
}

function readSequence(reader: Reader, column: number): RawNode {
	const { start } = reader;
	const items: RawNode[] = [];
	let end = start;
	while (!reader.ended && reader.column === column && isDash(reader)) {
		reader.at = reader.start + 1;
		const item = readItem(reader, column);
		items.push(item);
		end = item.end;
	}
	// `key:` and its list may share a column, and then the next key follows.
	if (!reader.ended && reader.column > column) throw notSimple;
	return { kind: "sequence", items, flow: false, start, end };
}

/** Behind a dash: a mapping may begin on the same line. */
function readItem(reader: Reader, column: number): RawNode {
	const lineStart = reader.start - reader.column;
	const { at } = reader;
	skipSpaces(reader);
	const content = reader.at;
	const key =
		isAtLineEnd(reader) || /^[[{&!*|>]/.test(reader.text[content] ?? "")
			? undefined
			: readKey(reader);
	if (key === undefined) {
		reader.at = at;
		return readValue(reader, column, false);
	}
	reader.start = content;
	reader.column = content - lineStart;
	return readBlock(reader);
}

/** Behind a colon or a dash in a column. */
function readValue(reader: Reader, column: number, inMap: boolean): RawNode {
	const behind = reader.at;
	const { anchor, tag } = readProperties(reader);
	const written =
		anchor === undefined && tag === undefined ? undefined : { anchor, tag };
	if (isAtLineEnd(reader)) {
		finishLine(reader);
		nextContent(reader);
		const nested =
			!reader.ended &&
			(reader.column > column ||
				(inMap && reader.column === column && isDash(reader)));
		if (nested) return withProperties(readBlock(reader), written);
		if (written) throw notSimple;
		return rawNothing(behind);
	}
	const value = readInline(reader, column);
	if (written && value.kind === "alias") throw notSimple;
	return withProperties(value, written);
}

function readInline(reader: Reader, column: number): RawNode {
	const first = reader.text[reader.at] as string;
	if (first === "|") return readLiteral(reader, column);
	const value =
		first === "[" || first === "{"
			? readFlow(reader, column)
			: first === '"' || first === "'"
				? readQuoted(reader)
				: first === "*"
					? readAlias(reader)
					: readPlain(reader);
	finishLine(reader);
	nextContent(reader);
	// A scalar that goes on, or something that belongs nowhere.
	if (!reader.ended && reader.column > column) throw notSimple;
	return value;
}

function readAlias(reader: Reader): RawNode {
	const start = reader.at;
	const name = /^\*([A-Za-z0-9_.-]+)(?=\s|$)/.exec(
		reader.text.slice(start, start + 100),
	)?.[1];
	if (name === undefined) throw notSimple;
	reader.at = start + 1 + name.length;
	return { kind: "alias", name, start, end: reader.at };
}

/** An anchor and a tag before the value. */
function readProperties(reader: Reader): {
	readonly anchor: string | undefined;
	readonly tag: string | undefined;
} {
	skipSpaces(reader);
	let anchor: string | undefined;
	let tag: string | undefined;
	for (;;) {
		const found = /^(?:&([A-Za-z0-9_.-]+)|(!reset|!override))(?=\s|$)/.exec(
			reader.text[reader.at] === "&" || reader.text[reader.at] === "!"
				? reader.text.slice(reader.at, reader.at + 100)
				: "",
		);
		if (found === null) return { anchor, tag };
		if ((found[1] && anchor !== undefined) || (found[2] && tag !== undefined))
			throw notSimple;
		anchor ??= found[1];
		tag ??= found[2];
		reader.at += found[0].length;
		skipSpaces(reader);
	}
}

function withProperties(
	node: RawNode,
	properties:
		| { readonly anchor: string | undefined; readonly tag: string | undefined }
		| undefined,
): RawNode {
	return properties === undefined ? node : { ...node, ...properties };
}

function isDash(reader: Reader): boolean {
	return (
		reader.text[reader.start] === "-" &&
		(reader.start + 1 >= reader.text.length ||
			isBreakOrSpace(reader.text.charCodeAt(reader.start + 1)))
	);
}

/** The next content must belong to something further out. */
function leave(reader: Reader, column: number): void {
	if (!reader.ended && reader.column >= column) throw notSimple;
}
