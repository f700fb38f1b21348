/** The members of a collection as they stand in the text: own ones only, merged ones stand elsewhere. */

import { type Edit, insert, replace } from "../../text/edit.ts";
import type { Span } from "../../text/place.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlSequence } from "./yaml.ts";
import { lineBreak, startOfLine } from "./yaml-style.ts";

/** In their order; an alias is a member too, though what it stands for lies elsewhere. */
export function membersOf(
	text: string,
	node: YamlMap | YamlSequence,
): readonly Span[] {
	if (node.kind === "map")
		return node.entries
			.filter(({ key }) => isInside(node, key))
			.map((entry) => ({
				start: entry.key.at.start,
				end: endOfEntry(text, node, entry),
			}));
	return node.items.filter((item) => isInside(node, item)).map(({ at }) => at);
}

/** Behind the entry's value. */
export function endOfEntry(
	text: string,
	map: YamlMap,
	{ key, value }: YamlEntry,
): number {
	if (
		isInside(map, value) &&
		value.at.start >= key.at.end &&
		value.at.end > value.at.start
	)
		return value.at.end;
	// Nothing, or an alias: one word behind the colon.
	return (
		key.at.end +
		(/^\s*:(?:[^\S\r\n]*[*][^\s,}\]]+)?/.exec(
			text.slice(key.at.end, key.at.end + 300),
		)?.[0].length ?? 0)
	);
}

/** How many characters the colon behind a key takes, with the blanks before it. */
export function colonWidth(text: string, keyEnd: number): number {
	return /^[^\S\n]*:/.exec(text.slice(keyEnd, keyEnd + 100))?.[0].length ?? 0;
}

/** Puts a new member behind the last one of `[ … ]` or `{ … }`, on a line of its own where that one has. */
export function addMember(
	text: string,
	node: YamlMap | YamlSequence,
	member: string,
): Edit {
	const last = membersOf(text, node).at(-1);
	const tail = lastToken(text, last?.end ?? node.at.start + 1, node.at.end - 1);
	if (last === undefined && tail === node.at.start + 1)
		return replace(
			{ ...node.at, start: node.at.start + 1, end: node.at.end - 1 },
			node.kind === "map" ? ` ${member} ` : member,
		);
	const lineStart = startOfLine(text, last?.start ?? tail);
	const before = text.slice(lineStart, last?.start ?? tail);
	const ownLine = /^\s*$/.test(before) && lineStart > node.at.start;
	const gap = ownLine ? lineBreak(text) + before : " ";
	const comma = text[tail - 1] === ",";
	return insert(
		node.at.path,
		tail,
		`${comma ? "" : ","}${gap}${member}${comma && ownLine ? "," : ""}`,
	);
}

/** Behind the last character that is neither blank nor comment. */
function lastToken(text: string, from: number, to: number): number {
	let end = from;
	let offset = from;
	for (const line of text.slice(from, to).split("\n")) {
		const code = line.replace(/(^|\s)#.*$/, "").trimEnd();
		if (code.trim() !== "") end = offset + code.length;
		offset += line.length + 1;
	}
	return end;
}

function isInside(outer: YamlNode, inner: YamlNode): boolean {
	return (
		inner.at.path === outer.at.path &&
		inner.at.start >= outer.at.start &&
		inner.at.end <= outer.at.end
	);
}
