/** The texts that a variable can hold, as far as `set` and `map` (and geo, split_clients) say so. */

import type { Located, Place } from "../../text/place.ts";
import type { VariableFacts } from "./facts.ts";
import type { Word } from "./tree.ts";
import { partOf } from "./word.ts";

/** `facts.variables`, or those that count at one place: see variables-at.ts. Names are lower-cased. */
export type Variables = Pick<ReadonlyMap<string, VariableFacts>, "get">;

export interface PossibleTexts {
	/** Each where one would change it. */
	readonly values: readonly PossibleText[];
	/** False where it may be something else. The empty text of a variable that nothing sets is left out. */
	readonly complete: boolean;
	/** Several variables with several values are in it: which of them come together is not known. */
	readonly combined: boolean;
}

export interface PossibleText extends Located<string> {
	/** What it is put together from, in order. */
	readonly pieces: readonly Piece[];
}

/** `word.text.slice(from, to)` */
export interface Piece {
	readonly word: Word;
	readonly from: number;
	readonly to: number;
}

/** What `$name` can be; `name` without the `$`. */
export function variableValues(
	variables: Variables,
	name: string,
): PossibleTexts {
	return expandVariable(variables, name, []);
}

/** What a word like `$backend:3000` or `${name}.internal` can be, up to an offset of its text; one without variables is itself. */
export function possibleTexts(
	variables: Variables,
	word: Word,
	to = word.text.length,
): PossibleTexts {
	return expandWord(variables, word, to, []);
}

/** Where `text.value.slice(from, to)` stands; where it is put together, where the text stands. */
export function partOfText(
	text: PossibleText,
	from: number,
	to: number,
): Place {
	let start = 0;
	for (const piece of text.pieces) {
		const end = start + piece.to - piece.from;
		if (from >= start && to <= end && from < end)
			return partOf(
				piece.word,
				piece.from + from - start,
				piece.from + to - start,
			);
		start = end;
	}
	return text.at;
}

/** More combinations than this are no small set any more. */
const most = 16;

const unknown: PossibleTexts = { values: [], complete: false, combined: false };

function expandVariable(
	variables: Variables,
	name: string,
	within: readonly string[],
): PossibleTexts {
	const key = name.toLowerCase();
	const variable = within.includes(key) ? undefined : variables.get(key);
	if (!variable) return unknown;
	const texts = variable.values.map((word) =>
		expandWord(variables, word, word.text.length, [...within, key]),
	);
	return {
		values: distinct(texts.flatMap(({ values }) => values)),
		complete: variable.complete && texts.every(({ complete }) => complete),
		combined: texts.some(({ combined }) => combined),
	};
}

function expandWord(
	variables: Variables,
	word: Word,
	to: number,
	within: readonly string[],
): PossibleTexts {
	const text = word.text.slice(0, to);
	const names = [...text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)];
	let complete = true;
	let varying = 0;
	let combined = false;
	let values: readonly PossibleText[] = [
		{ value: "", at: word.at, pieces: [] },
	];
	let behind = 0;
	for (const match of names) {
		const inner = expandVariable(variables, match[1] ?? match[2] ?? "", within);
		if (values.length * inner.values.length > most) return unknown;
		complete &&= inner.complete;
		combined ||= inner.combined;
		if (inner.values.length > 1) varying++;
		const before = { word, from: behind, to: match.index };
		behind = match.index + match[0].length;
		values = values.flatMap((left) =>
			inner.values.map((right) => ({
				...joined(joined(left, [before]), right.pieces),
				at: left.at === word.at ? right.at : left.at,
			})),
		);
	}
	return {
		values: values.map((value) => joined(value, [{ word, from: behind, to }])),
		complete,
		combined: combined || varying > 1,
	};
}

function joined(text: PossibleText, pieces: readonly Piece[]): PossibleText {
	const filled = pieces.filter(({ from, to }) => from < to);
	return {
		...text,
		value: [
			text.value,
			...filled.map(({ word, from, to }) => word.text.slice(from, to)),
		].join(""),
		pieces: [...text.pieces, ...filled],
	};
}

function distinct(values: readonly PossibleText[]): readonly PossibleText[] {
	return [...new Map(values.map((each) => [each.value, each])).values()];
}
