/** What stands in an app's `args`, word by word with its place, and what a command line says of ports and hosts. */

import type { Place } from "../../text/place.ts";
import type { App } from "./facts.ts";

export interface Word {
	readonly text: string;
	readonly at: Place;
}

/** Undefined where they can't be known; items of a list are one word each, whatever blanks they hold (semantics 19). */
export function argumentsOf(app: App): readonly Word[] | undefined {
	const value = app.fields.get("args")?.value;
	if (!value) return [];
	if (value.kind === "plain") {
		if (value.value === undefined || value.value === null) return [];
		return wordsIn(String(value.value), value.at);
	}
	if (value.kind !== "array" || !value.complete) return undefined;
	const words: Word[] = [];
	for (const item of value.items) {
		if (item.kind !== "plain") return undefined;
		words.push({ text: String(item.value), at: item.at });
	}
	return words;
}

/** PM2's own split of a text at blanks, quotes honoured (tools/Config.js). */
export function wordsIn(text: string, at: Place): readonly Word[] {
	const pattern = /[^\s"'=]+="[^"]*"|[^\s"'=]+='[^']*'|"[^"]*"|'[^']*'|\S+/g;
	return [...text.matchAll(pattern)].map((match) => {
		const [whole] = match;
		const quoted = /^(["'])(.*)\1$/s.exec(whole);
		const start = match.index + (quoted ? 1 : 0);
		const word = quoted?.[2] ?? whole;
		return { text: word, at: within(text, at, start, start + word.length) };
	});
}

/** A part of a text, where its literal has no escapes and so one character for one. */
export function within(
	text: string,
	at: Place,
	start: number,
	end: number,
): Place {
	const quotes = at.end - at.start - text.length;
	if (quotes !== 0 && quotes !== 2) return at;
	const first = at.start + quotes / 2;
	return { path: at.path, start: first + start, end: first + end };
}

/** `--port 3001`, `--port=3001`, `-p 3001`; the last one counts. */
export function portOption(words: readonly Word[]): Word | undefined {
	return optionValue(
		words,
		/^(--port|-p)$/i,
		/^(?:--port|-p)=(\d{1,5})$/i,
		/^\d{1,5}$/,
	);
}

/** `-H 127.0.0.1`, `--host 127.0.0.1`, `--hostname=127.0.0.1`. */
export function hostOption(words: readonly Word[]): Word | undefined {
	return optionValue(
		words,
		/^(--host|--hostname|-H)$/,
		/^(?:--host|--hostname|-H)=(\S+)$/,
		/^[^-]/,
	);
}

function optionValue(
	words: readonly Word[],
	name: RegExp,
	joined: RegExp,
	value: RegExp,
): Word | undefined {
	let found: Word | undefined;
	for (const [i, word] of words.entries()) {
		const own = joined.exec(word.text)?.[1];
		if (own !== undefined) {
			const start = word.text.length - own.length;
			found = {
				text: own,
				at: within(word.text, word.at, start, word.text.length),
			};
		}
		const next = words[i + 1];
		if (name.test(word.text) && next && value.test(next.text)) found = next;
	}
	return found;
}
