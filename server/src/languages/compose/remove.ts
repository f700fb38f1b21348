/** Takes an entry or an item out of a YAML text, with its lines, and with the key above it where nothing else is left there. */

import { type Edit, replace } from "../../text/edit.ts";
import type { Span } from "../../text/place.ts";
import { writtenMap } from "./locate.ts";
import { endOfEntry, membersOf } from "./members.ts";
import type { YamlMap, YamlNode, YamlSequence } from "./yaml.ts";
import { findEntry } from "./yaml-find.ts";
import { endOfLine, startOfLine } from "./yaml-style.ts";

/** `text` is the file that `map` stands in. Nothing, where the key is not written there. */
export function removeKey(
	text: string,
	map: YamlMap,
	keys: readonly string[],
): readonly Edit[] {
	const written = writtenMap(text, map.at);
	return written === undefined ? [] : removeWritten(text, written, keys);
}

/** Takes an item out of the sequence under the keys; it is known by its place. */
export function removeItem(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	item: YamlNode,
): readonly Edit[] {
	const written = writtenMap(text, map.at);
	let sequence: YamlNode | undefined = written;
	for (const key of keys) sequence = findEntry(sequence, key)?.value;
	if (written === undefined || sequence?.kind !== "sequence") return [];
	const index = membersOf(text, sequence).findIndex(
		({ start }) => start === item.at.start,
	);
	if (index < 0) return [];
	return sequence.items.length === 1
		? removeWritten(text, written, keys)
		: [removeMember(text, sequence, index)];
}

function removeWritten(
	text: string,
	map: YamlMap,
	keys: readonly string[],
): readonly Edit[] {
	const [key = "", ...rest] = keys;
	const entry = findEntry(map, key);
	const index = membersOf(text, map).findIndex(
		({ start }) => start === entry?.key.at.start,
	);
	if (entry === undefined || index < 0) return [];
	if (rest.length === 0) return [removeMember(text, map, index)];
	if (entry.value.kind !== "map") return [];
	const alone =
		rest.length === 1 &&
		entry.value.entries.length === 1 &&
		entry.value.at.end === endOfEntry(text, map, entry);
	return alone && findEntry(entry.value, rest[0] ?? "")
		? [removeMember(text, map, index)]
		: removeWritten(text, entry.value, rest);
}

function removeMember(
	text: string,
	node: YamlMap | YamlSequence,
	index: number,
): Edit {
	const members = membersOf(text, node);
	const member = members[index] as Span;
	const next = members[index + 1];
	const span = (start: number, end: number) =>
		replace({ path: node.at.path, start, end }, "");
	if (node.flow) {
		const previous = members[index - 1];
		if (next) return span(member.start, next.start);
		return previous
			? span(previous.end, member.end)
			: span(node.at.start + 1, node.at.end - 1);
	}
	const lineStart = startOfLine(text, member.start);
	const indicator = node.kind === "sequence" ? /^\s*-\s+$/ : /^\s*$/;
	// The first entry of a mapping in a list shares its line with the dash.
	if (!indicator.test(text.slice(lineStart, member.start)) && next)
		return span(member.start, next.start);
	const lineEnd = endOfLine(text, member.end);
	const breakEnd =
		lineEnd +
		(/^\r?\n/.exec(text.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0);
	if (breakEnd > lineEnd || lineStart === 0) return span(lineStart, breakEnd);
	// The last line has no line break: the one before it goes.
	return span(lineStart - (text[lineStart - 2] === "\r" ? 2 : 1), lineEnd);
}
