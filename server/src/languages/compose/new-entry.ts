/** A new key in a mapping, with what lies under it, written as its neighbours are. */

import { type Edit, insert, replace } from "../../text/edit.ts";
import { addMember, colonWidth } from "./members.ts";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml.ts";
import { isNull } from "./yaml-find.ts";
import {
	column,
	endOfLine,
	lineBreak,
	mapIndent,
	sequenceIndent,
	writeBeside,
	writeScalar,
	type YamlInput,
} from "./yaml-style.ts";

/** A value, nothing (`key:`), or a list. */
export type Content =
	| { readonly kind: "scalar"; readonly value: YamlInput }
	| { readonly kind: "nothing" }
	| { readonly kind: "items"; readonly values: readonly YamlInput[] };

/** Behind the mapping's last entry; of several keys each lies under the one before. */
export function addEntry(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	content: Content,
): Edit {
	const siblings = map.entries.map(({ value }) => value);
	if (map.flow)
		return addMember(text, map, flowEntry(text, siblings, keys, content));
	const lines = blockEntry(
		text,
		map,
		column(text, map.at.start),
		keys,
		content,
		siblings,
	);
	return insert(
		map.at.path,
		endOfLine(text, map.at.end),
		onNewLines(text, lines),
	);
}

/** Puts content under a key of the mapping that has no value, or one of another kind, which goes. */
export function fillEntry(
	text: string,
	map: YamlMap,
	{ key, value }: YamlEntry,
	content: Content,
	keys: readonly string[] = [],
): Edit {
	const behind = key.at.end + colonWidth(text, key.at.end);
	const absent = isNull(value) && value.at.end === value.at.start;
	if (map.flow || !absent) {
		const body =
			keys.length > 0
				? `{ ${flowEntry(text, [], keys, content)} }`
				: flowContent(text, [], content);
		return absent
			? insert(map.at.path, behind, ` ${body}`)
			: replace(value.at, body);
	}
	const indent = column(text, key.at.start);
	if (keys.length > 0) {
		const lines = blockEntry(
			text,
			map,
			indent + mapIndent(text, map),
			keys,
			content,
			[],
		);
		return insert(
			map.at.path,
			endOfLine(text, behind),
			onNewLines(text, lines),
		);
	}
	if (content.kind === "scalar")
		return insert(
			map.at.path,
			behind,
			` ${writeBeside(text, [], content.value, false)}`,
		);
	return insert(
		map.at.path,
		endOfLine(text, behind),
		onNewLines(text, itemLines(text, map, indent, content)),
	);
}

function blockEntry(
	text: string,
	map: YamlMap,
	indent: number,
	keys: readonly string[],
	content: Content,
	siblings: readonly YamlNode[],
): readonly string[] {
	const unit = mapIndent(text, map);
	return keys.flatMap((key, depth) => {
		const pad = " ".repeat(indent + depth * unit);
		const name = `${pad}${writeScalar(key, undefined, false)}:`;
		if (depth < keys.length - 1) return [name];
		if (content.kind === "scalar")
			return [
				`${name} ${writeBeside(text, depth === 0 ? siblings : [], content.value, false)}`,
			];
		return [name, ...itemLines(text, map, pad.length, content)];
	});
}

/** `indent`: that of the key above them. */
function itemLines(
	text: string,
	map: YamlMap,
	indent: number,
	content: Content,
): readonly string[] {
	if (content.kind !== "items") return [];
	const pad = " ".repeat(indent + sequenceIndent(text, map));
	return content.values.map(
		(value) => `${pad}- ${writeBeside(text, [], value, false)}`,
	);
}

function flowEntry(
	text: string,
	siblings: readonly YamlNode[],
	keys: readonly string[],
	content: Content,
): string {
	const [key = "", ...rest] = keys;
	const body =
		rest.length > 0
			? `{ ${flowEntry(text, [], rest, content)} }`
			: flowContent(text, siblings, content);
	return `${writeScalar(key, undefined, true)}: ${body}`;
}

function flowContent(
	text: string,
	siblings: readonly YamlNode[],
	content: Content,
): string {
	if (content.kind === "scalar")
		return writeBeside(text, siblings, content.value, true);
	if (content.kind === "nothing") return "{}";
	const items = content.values.map((value) =>
		writeBeside(text, [], value, true),
	);
	return `[${items.join(", ")}]`;
}

function onNewLines(text: string, lines: readonly string[]): string {
	return lines.map((line) => lineBreak(text) + line).join("");
}
