/**
 * Edits of YAML that keep comments, order, indentation and quotes of everything else: what
 * quick fixes are made of. Paths of keys start at the mapping that is given; what is missing
 * on the way is created in the style of its neighbours.
 */

import { type Edit, insert, replace } from "../../text/edit.ts";
import type { Place } from "../../text/place.ts";
import type {
	YamlEntry,
	YamlMap,
	YamlNode,
	YamlScalar,
	YamlSequence,
} from "./yaml.ts";
import { findEntry, isNull } from "./yaml-find.ts";
import {
	column,
	endOfLine,
	lineBreak,
	mapIndent,
	neighbourQuote,
	quoteOf,
	sequenceIndent,
	writeScalar,
	type YamlInput,
} from "./yaml-style.ts";

/** `text` is the file that `map` stands in. Sets the value under the keys, or adds it. */
export function setKey(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	value: YamlInput,
): readonly Edit[] {
	const { found, parent, rest } = descend(map, keys);
	if (rest.length === 0 && found !== undefined) {
		if (found.value.kind === "scalar" && !isNull(found.value))
			return [replaceScalar(text, found.value, value)];
		if (!isNull(found.value))
			return [replace(found.value.at, writeScalar(value, undefined, false))];
		return [
			insert(
				map.at.path,
				found.key.at.end + colon(text, found.key),
				` ${writeScalar(value, undefined, false)}`,
			),
		];
	}
	return [add(text, parent, rest, { kind: "scalar", value })];
}

/**
 * Adds an item to the sequence under the keys. Where a mapping stands there (`extra_hosts` in
 * its long form), the item `NAME=VALUE` or `NAME:VALUE` becomes an entry.
 */
export function appendTo(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	item: YamlInput,
): readonly Edit[] {
	const { found, parent, rest } = descend(map, keys);
	if (rest.length > 0)
		return [add(text, parent, rest, { kind: "item", value: item })];
	const target = found?.value;
	if (target?.kind === "sequence") return [appendItem(text, target, item)];
	if (target?.kind === "map") {
		const [, name = String(item), value = ""] =
			/^([^=:]*)[=:](.*)$/s.exec(String(item)) ?? [];
		return [addEntry(text, target, name, { kind: "scalar", value })];
	}
	if (found === undefined || target === undefined) return [];
	if (isNull(target))
		return [fill(text, map, found, { kind: "item", value: item })];
	// One value in place of a list of one: compose takes both for dns, tmpfs, env_file.
	return [
		replace(
			target.at,
			`[${text.slice(target.at.start, target.at.end)}, ${writeScalar(item, quoteOf(text, target), true)}]`,
		),
	];
}

/** The scalar's new text, in the quotes that it has. */
export function replaceScalar(
	text: string,
	scalar: YamlScalar,
	value: YamlInput,
): Edit {
	const written = writeScalar(
		typeof value === "string" ? value : value,
		quoteOf(text, scalar),
		inFlow(text, scalar.at),
	);
	// `key:` without a value: a space must come between.
	return replace(
		scalar.at,
		scalar.at.start === scalar.at.end ? ` ${written}` : written,
	);
}

type Content =
	| { readonly kind: "scalar"; readonly value: YamlInput }
	| { readonly kind: "item"; readonly value: YamlInput };

interface Descent {
	/** The entry of the last key, where all are there. */
	readonly found: YamlEntry | undefined;
	/** The deepest mapping that is there, or the entry without value below it. */
	readonly parent:
		| YamlMap
		| { readonly map: YamlMap; readonly entry: YamlEntry };
	/** Keys that are missing. */
	readonly rest: readonly string[];
}

/** Follows the keys as far as they are written in the file of the mapping. */
function descend(map: YamlMap, keys: readonly string[]): Descent {
	let parent = map;
	for (const [index, key] of keys.entries()) {
		const entry = findEntry(parent, key);
		const here =
			entry !== undefined &&
			entry.key.at.path === map.at.path &&
			entry.value.at.path === map.at.path;
		if (!here) return { found: undefined, parent, rest: keys.slice(index) };
		if (index === keys.length - 1) return { found: entry, parent, rest: [] };
		if (entry.value.kind !== "map")
			return {
				found: undefined,
				parent: { map: parent, entry },
				rest: keys.slice(index + 1),
			};
		parent = entry.value;
	}
	return { found: undefined, parent, rest: [] };
}

function add(
	text: string,
	parent: Descent["parent"],
	keys: readonly string[],
	content: Content,
): Edit {
	const [key = "", ...rest] = keys;
	if ("entry" in parent)
		return fill(text, parent.map, parent.entry, content, keys);
	return addEntry(text, parent, key, content, rest);
}

/** A new entry behind the mapping's last one, with what lies under it. */
function addEntry(
	text: string,
	map: YamlMap,
	key: string,
	content: Content,
	below: readonly string[] = [],
): Edit {
	const siblings = map.entries.map(({ value }) => value);
	if (map.flow) {
		const written = flowEntry(text, siblings, [key, ...below], content);
		return intoFlow(
			text,
			map,
			written,
			map.entries.map((entry) => ({
				start: entry.key.at.start,
				end: Math.max(entry.key.at.end, entry.value.at.end),
			})),
		);
	}
	const indent = column(text, map.at.start);
	const lines = blockEntry(
		text,
		map,
		indent,
		[key, ...below],
		content,
		siblings,
	);
	return insert(
		map.at.path,
		endOfLine(text, map.at.end),
		lines.map((line) => lineBreak(text) + line).join(""),
	);
}

/** Puts content under a key that has no value yet. */
function fill(
	text: string,
	map: YamlMap,
	entry: YamlEntry,
	content: Content,
	keys: readonly string[] = [],
): Edit {
	const behind = entry.key.at.end + colon(text, entry.key);
	if (
		map.flow ||
		!isNull(entry.value) ||
		entry.value.at.end > entry.value.at.start
	) {
		const body =
			keys.length > 0
				? `{ ${flowEntry(text, [], keys, content)} }`
				: flowContent(text, [], content);
		return isNull(entry.value) && entry.value.at.end === entry.value.at.start
			? insert(map.at.path, behind, ` ${body}`)
			: replace(entry.value.at, body);
	}
	const at = column(text, entry.key.at.start);
	const lines =
		keys.length > 0
			? blockEntry(text, map, at + mapIndent(text, map), keys, content, [])
			: [
					`${" ".repeat(at + sequenceIndent(text, map))}- ${written(text, [], content.value, false)}`,
				];
	return insert(
		map.at.path,
		endOfLine(text, behind),
		lines.map((line) => lineBreak(text) + line).join(""),
	);
}

function blockEntry(
	text: string,
	map: YamlMap,
	indent: number,
	keys: readonly string[],
	content: Content,
	siblings: readonly YamlNode[],
): string[] {
	const unit = mapIndent(text, map);
	const lines: string[] = [];
	for (const [depth, key] of keys.entries()) {
		const pad = " ".repeat(indent + depth * unit);
		const name = writeScalar(key, undefined, false);
		if (depth < keys.length - 1) lines.push(`${pad}${name}:`);
		else if (content.kind === "scalar")
			lines.push(
				`${pad}${name}: ${written(text, depth === 0 ? siblings : [], content.value, false)}`,
			);
		else {
			lines.push(`${pad}${name}:`);
			lines.push(
				`${pad}${" ".repeat(sequenceIndent(text, map))}- ${written(text, [], content.value, false)}`,
			);
		}
	}
	return lines;
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
		return written(text, siblings, content.value, true);
	return `[${written(text, [], content.value, true)}]`;
}

function appendItem(
	text: string,
	sequence: YamlSequence,
	item: YamlInput,
): Edit {
	// After a merge the items may come from several files.
	const own = sequence.items.filter(({ at }) => at.path === sequence.at.path);
	const value = written(text, own, item, sequence.flow);
	if (sequence.flow)
		return intoFlow(
			text,
			sequence,
			value,
			own.map(({ at }) => at),
		);
	const indent = column(text, sequence.at.start);
	return insert(
		sequence.at.path,
		endOfLine(text, sequence.at.end),
		`${lineBreak(text)}${" ".repeat(indent)}- ${value}`,
	);
}

/** Puts a new member behind the last one of `[ … ]` or `{ … }`, on a line of its own where that one has. */
function intoFlow(
	text: string,
	node: YamlMap | YamlSequence,
	member: string,
	members: readonly { readonly start: number; readonly end: number }[],
): Edit {
	const last = members
		.filter(({ start, end }) => start > node.at.start && end <= node.at.end)
		.at(-1);
	if (last === undefined) {
		const spaced = node.kind === "map" ? ` ${member} ` : member;
		return replace(
			{ ...node.at, start: node.at.start + 1, end: node.at.end - 1 },
			spaced,
		);
	}
	const lineStart = text.lastIndexOf("\n", last.start - 1) + 1;
	const before = text.slice(lineStart, last.start);
	const gap =
		/^\s*$/.test(before) && lineStart > node.at.start
			? lineBreak(text) + before
			: " ";
	const comma = /^\s*,/.exec(text.slice(last.end, node.at.end));
	if (comma)
		return insert(
			node.at.path,
			last.end + comma[0].length,
			`${gap}${member}${gap === " " ? "" : ","}`,
		);
	return insert(node.at.path, last.end, `,${gap}${member}`);
}

function written(
	text: string,
	neighbours: readonly YamlNode[],
	value: YamlInput,
	flow: boolean,
): string {
	return writeScalar(value, neighbourQuote(text, neighbours, value), flow);
}

/** How many characters the colon behind a key takes, with the space before it. */
function colon(text: string, key: YamlScalar): number {
	return (
		/^\s*:/.exec(text.slice(key.at.end, key.at.end + 100))?.[0].length ?? 0
	);
}

/** Whether a plain scalar stands where commas and brackets end it; on the safe side. */
function inFlow(text: string, at: Place): boolean {
	const line = text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start);
	return /[[{,]/.test(line);
}
