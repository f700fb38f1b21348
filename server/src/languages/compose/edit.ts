/**
 * Edits of YAML that keep comments, order, indentation and quotes of everything else: what
 * quick fixes are made of. A mapping says by its place where the keys start; the text is read
 * again there, for a merged tree is not what stands in the file. What is missing on the way
 * is created in the style of its neighbours.
 */

import { type Edit, insert, replace } from "../../text/edit.ts";
import type { Place } from "../../text/place.ts";
import { writtenMap } from "./locate.ts";
import { addMember } from "./members.ts";
import { addEntry, type Content, fillEntry } from "./new-entry.ts";
import type { YamlEntry, YamlMap, YamlScalar, YamlSequence } from "./yaml.ts";
import { findEntry, isNull } from "./yaml-find.ts";
import {
	column,
	endOfLine,
	lineBreak,
	quoteOf,
	writeBeside,
	writeScalar,
	type YamlInput,
} from "./yaml-style.ts";

/** Sets the value under the keys, or adds it. `text` is the file that `map` stands in. */
export function setKey(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	value: YamlInput,
): readonly Edit[] {
	const written = writtenMap(text, map.at);
	if (written === undefined) return [];
	const { found, parent, empty, rest } = descend(written, keys);
	if (found === undefined)
		return [add(text, parent, empty, rest, { kind: "scalar", value })];
	if (isNull(found.value))
		return [fillEntry(text, parent, found, { kind: "scalar", value })];
	if (found.value.kind === "scalar")
		return [replaceScalar(text, found.value, value)];
	return [replace(found.value.at, writeScalar(value, undefined, parent.flow))];
}

/** Adds a list under keys of which the last is not there yet. */
export function addList(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	values: readonly YamlInput[],
): readonly Edit[] {
	const written = writtenMap(text, map.at);
	if (written === undefined) return [];
	const { found, parent, empty, rest } = descend(written, keys);
	return found === undefined
		? [add(text, parent, empty, rest, { kind: "items", values })]
		: [];
}

/**
 * Adds an item to the sequence under the keys. Where a mapping stands there (`extra_hosts` or
 * `networks` in its long form), the item `NAME=VALUE` or `NAME:VALUE` becomes an entry, and one
 * without a value a key without one.
 */
export function appendTo(
	text: string,
	map: YamlMap,
	keys: readonly string[],
	item: YamlInput,
): readonly Edit[] {
	const written = writtenMap(text, map.at);
	if (written === undefined) return [];
	const { found, parent, empty, rest } = descend(written, keys);
	if (found === undefined)
		return [add(text, parent, empty, rest, { kind: "items", values: [item] })];
	const target = found.value;
	if (target.kind === "sequence") return [appendItem(text, target, item)];
	if (target.kind === "map") {
		const [, name = String(item), value] =
			/^([^=:]*)[=:](.*)$/s.exec(String(item)) ?? [];
		return [
			addEntry(
				text,
				target,
				[name],
				value === undefined ? { kind: "nothing" } : { kind: "scalar", value },
			),
		];
	}
	if (isNull(target))
		return [fillEntry(text, parent, found, { kind: "items", values: [item] })];
	// One value in place of a list of one: compose takes both for dns, tmpfs, env_file.
	const first = text.slice(target.at.start, target.at.end);
	return [
		replace(
			target.at,
			`[${first}, ${writeScalar(item, quoteOf(text, target), true)}]`,
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
		value,
		quoteOf(text, scalar),
		inFlow(text, scalar.at),
	);
	// `key:` without a value: a space must come between.
	return replace(
		scalar.at,
		scalar.at.start === scalar.at.end ? ` ${written}` : written,
	);
}

interface Descent {
	/** The entry of the last key, where all are there. */
	readonly found: YamlEntry | undefined;
	/** The deepest mapping that is there. */
	readonly parent: YamlMap;
	/** Its entry on the way, where that one has no mapping as its value. */
	readonly empty: YamlEntry | undefined;
	/** Keys that are missing. */
	readonly rest: readonly string[];
}

function descend(map: YamlMap, keys: readonly string[]): Descent {
	let parent = map;
	for (const [index, key] of keys.entries()) {
		const entry = findEntry(parent, key);
		if (entry === undefined)
			return {
				found: undefined,
				parent,
				empty: undefined,
				rest: keys.slice(index),
			};
		if (index === keys.length - 1)
			return { found: entry, parent, empty: undefined, rest: [] };
		if (entry.value.kind !== "map")
			return {
				found: undefined,
				parent,
				empty: entry,
				rest: keys.slice(index + 1),
			};
		parent = entry.value;
	}
	return { found: undefined, parent, empty: undefined, rest: [] };
}

function add(
	text: string,
	parent: YamlMap,
	empty: YamlEntry | undefined,
	keys: readonly string[],
	content: Content,
): Edit {
	return empty
		? fillEntry(text, parent, empty, content, keys)
		: addEntry(text, parent, keys, content);
}

function appendItem(
	text: string,
	sequence: YamlSequence,
	item: YamlInput,
): Edit {
	const written = writeBeside(text, sequence.items, item, sequence.flow);
	if (sequence.flow) return addMember(text, sequence, written);
	const indent = " ".repeat(column(text, sequence.at.start));
	return insert(
		sequence.at.path,
		endOfLine(text, sequence.at.end),
		`${lineBreak(text)}${indent}- ${written}`,
	);
}

/** Whether a plain scalar stands where commas and brackets end it; on the safe side. */
function inFlow(text: string, at: Place): boolean {
	const line = text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start);
	return /[[{,]/.test(line);
}
