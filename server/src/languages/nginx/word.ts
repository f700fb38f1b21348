/** Parts of words and their places. */

import { oncePer } from "../../collections/once-per.ts";
import type { Place, Span } from "../../text/place.ts";
import type { Word } from "./tree.ts";

/** The place of `word.text.slice(from, to)`, exact also where the word has escapes; where a template's variable stands behind it, the variable's place. */
export function partOf(word: Word, from: number, to: number): Place {
	const { at } = word;
	const units = word.raw === undefined ? word.units : unitsOf(word);
	if (!units) {
		const origin = originOf(word);
		return { path: at.path, start: origin + from, end: origin + to };
	}
	const start = units[from]?.start ?? units[from - 1]?.end ?? at.start;
	const end = to > from ? (units[to - 1]?.end ?? at.end) : start;
	return { path: at.path, start, end };
}

/** A long word may hold thousands of variables. */
const unitsOf = oncePer((word: Word) =>
	unitSpans(word.raw ?? word.text, originOf(word)),
);

/** Behind the quote, if there is one. */
function originOf({ at, quote }: Word): number {
	return at.start + (quote ? 1 : 0);
}

/** Where each unit of a word's text stands, in offsets of the text; `raw` begins at `start` and has no quotes. */
export function unitSpans(raw: string, start: number): readonly Span[] {
	const spans: Span[] = [];
	for (let at = 0; at < raw.length; at++) {
		const length =
			raw[at] === "\\" && /["'\\trn]/.test(raw[at + 1] ?? "") ? 2 : 1;
		spans.push({ start: start + at, end: start + at + length });
		at += length - 1;
	}
	return spans;
}
