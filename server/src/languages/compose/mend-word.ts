/** The mend for a slip of the fingers. */

import { nearestWord } from "../../text/nearest-word.ts";
import type { Place } from "../../text/place.ts";
import type { Mend } from "./facts.ts";

/** The known word in the place of the written one, whose quotes stay; nothing, where none is near. */
export function mendWord(
	at: Place,
	written: string,
	known: Iterable<string>,
): Mend | undefined {
	const word = nearestWord(written, known);
	const quotes = (at.end - at.start - written.length) / 2;
	if (word === undefined || (quotes !== 0 && quotes !== 1)) return undefined;
	return {
		title: `Change ${written} to ${word}`,
		start: at.start + quotes,
		end: at.end - quotes,
		newText: word,
	};
}
