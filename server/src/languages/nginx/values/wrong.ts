/** What nginx refuses in a directive's arguments. */

import type { Place } from "../../../text/place.ts";
import type { Word } from "../tree.ts";

export interface Wrong {
	readonly kind: "value" | "size" | "time";
	readonly at: Place;
	/** `gzip is on or off, not "yes"`: that nginx does not start is left to who reports it. */
	readonly message: string;
	/** What was surely meant, and the place that it takes. */
	readonly instead?: { readonly at: Place; readonly text: string };
}

export function wrongWord(word: Word, message: string, meant?: string): Wrong {
	return {
		kind: "value",
		at: word.at,
		message,
		...(meant === word.text ? {} : replaced(word, meant)),
	};
}

export function replaced(
	{ at }: Word,
	text: string | undefined,
): Pick<Wrong, "instead"> {
	return text === undefined ? {} : { instead: { at, text } };
}
