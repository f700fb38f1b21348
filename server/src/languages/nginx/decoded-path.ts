/** Which variables of a word hold a part of the request's path, with `%0A` and the like decoded. */

import { oncePerText } from "../../collections/once-per-text.ts";
import { readLocationHead } from "./locations/head.ts";
import { all, type Characters, none } from "./regex/characters.ts";
import { type Captured, capturedBy, textOfMatch } from "./regex/matched.ts";
import { readRegex } from "./regex/read.ts";
import type { Regex } from "./regex/tree.ts";
import type { Directive } from "./tree.ts";

export interface Decoded {
	/** With its `$`, as written. */
	readonly variable: string;
	/** Units of the word's text. */
	readonly from: number;
	readonly to: number;
	/** What may stand in it. */
	readonly characters: Characters;
	/** One character at most. */
	readonly isShort: boolean;
}

/** `locations`: those around it, the innermost first; `level`: the statements of its block. */
export function decodedPath(
	text: string,
	locations: readonly Directive[],
	level: readonly Directive[],
): readonly Decoded[] {
	return variablesIn(text).flatMap(({ name, variable, from, to }) => {
		const held = heldBy(name, locations, level);
		return held && held.characters !== none
			? [{ variable, from, to, ...held }]
			: [];
	});
}

interface Variable {
	readonly name: string;
	/** With its `$`, as written. */
	readonly variable: string;
	readonly from: number;
	readonly to: number;
}

/** The same few texts stand in every location. */
const variablesIn = oncePerText((text): readonly Variable[] =>
	[...text.matchAll(/\$(?:(\w+)|\{(\w+)\})/g)].map((match) => ({
		name: match[1] ?? match[2] ?? "",
		variable: match[0],
		from: match.index,
		to: match.index + match[0].length,
	})),
);

function heldBy(
	name: string,
	locations: readonly Directive[],
	level: readonly Directive[],
): Captured | undefined {
	if (/^(uri|document_uri)$/i.test(name))
		return { characters: pathIn(locations), isShort: false };
	if (/^\d$/.test(name)) {
		// The last regular expression counts: only where it is surely the location's.
		const [innermost] = locations;
		const isOther = level.some(({ name: { text } }) =>
			/^(if|rewrite)$/.test(text),
		);
		const regex = innermost && !isOther && regexOf(innermost);
		return regex ? capturedBy(regex, name) : undefined;
	}
	for (const location of locations) {
		const regex = regexOf(location);
		const captured = regex && capturedBy(regex, name);
		if (captured) return captured;
	}
	return undefined;
}

function pathIn(locations: readonly Directive[]): Characters {
	for (const location of locations) {
		if (readLocationHead(location)?.modifier === "=") return none;
		const regex = regexOf(location);
		if (regex) return textOfMatch(regex);
	}
	return all;
}

function regexOf(location: Directive): Regex | undefined {
	const head = readLocationHead(location);
	return head?.modifier.startsWith("~")
		? readRegex(head.pattern.value, head.modifier === "~*")
		: undefined;
}
