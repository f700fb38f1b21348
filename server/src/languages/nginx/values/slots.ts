/** Arguments that one of nginx's common slots reads (ngx_conf_file.c, ngx_conf_set_*_slot). */

import { nearestWord } from "../../../text/nearest-word.ts";
import type { KnownDirective } from "../catalog/catalog.ts";
import { formsOf } from "../catalog/syntax.ts";
import type { Directive, Word } from "../tree.ts";
import {
	isNumber,
	isOffset,
	isSize,
	isTime,
	sizeMeant,
	timeMeant,
} from "./units.ts";
import { replaced, type Wrong } from "./wrong.ts";

export function wrongInSlot(
	{ args }: Directive,
	known: KnownDirective,
): Wrong | undefined {
	const [word, second] = args;
	if (!word) return undefined;
	const { name, bounds } = known;
	switch (known.type) {
		case undefined:
			return undefined;
		case "flag":
			return /^(on|off)$/i.test(word.text) ? undefined : notOnOrOff(name, word);
		case "enum":
			return inWord(name, word, known);
		case "bitmask":
			for (const each of args) {
				const wrong = inWord(name, each, known);
				if (wrong) return wrong;
			}
			return undefined;
		case "number":
			return wrongNumber(name, word, bounds);
		case "size":
		case "offset":
			return wrongSize(name, word, known.type === "offset");
		case "milliseconds":
		case "seconds":
			return wrongTime(name, word, known.type);
		case "buffers":
			return (
				wrongNumber(name, word, { min: 1, max: 2 ** 53 }) ??
				(second && wrongSize(name, second, false))
			);
	}
}

export function notOnOrOff(what: string, word: Word): Wrong {
	const meant = /^(true|yes|1|enabled?)$/i.test(word.text)
		? "on"
		: /^(false|no|0|disabled?|none)$/i.test(word.text)
			? "off"
			: nearestWord(word.text.toLowerCase(), ["on", "off"], 1);
	return {
		kind: "value",
		at: word.at,
		message: `${what} is on or off, not "${word.text}"`,
		...replaced(word, meant),
	};
}

/** The names of an enumeration compare without case. */
function inWord(
	name: string,
	word: Word,
	{ syntax, also }: KnownDirective,
): Wrong | undefined {
	const values = valuesOf(syntax);
	const text = word.text.toLowerCase();
	if ([...values, ...also].some((value) => value.toLowerCase() === text))
		return undefined;
	return {
		kind: "value",
		at: word.at,
		message: `${name} takes ${oneOf(values)}, not "${word.text}"`,
		...replaced(word, nearestWord(text, values)),
	};
}

/** The words of a syntax that is a choice among words. */
export function valuesOf(syntax: string): readonly string[] {
	return formsOf(syntax)
		.flat()
		.flatMap(({ alternatives }) =>
			alternatives.flatMap((part) => (part.kind === "word" ? part.text : [])),
		);
}

export function oneOf(values: readonly string[]): string {
	return values.length < 2
		? (values[0] ?? "")
		: `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

export function wrongNumber(
	name: string,
	word: Word,
	bounds: KnownDirective["bounds"],
): Wrong | undefined {
	if (!isNumber(word.text))
		return {
			kind: "value",
			at: word.at,
			message: `${name} takes a number, not "${word.text}"`,
		};
	const value = Number(word.text);
	if (!bounds || (value >= bounds.min && value <= bounds.max)) return undefined;
	return {
		kind: "value",
		at: word.at,
		message: `${name} takes a number from ${bounds.min} ${bounds.max > 1e9 ? "on" : `to ${bounds.max}`}, not ${word.text}`,
	};
}

export function wrongSize(
	name: string,
	word: Word,
	large: boolean,
): Wrong | undefined {
	if (large ? isOffset(word.text) : isSize(word.text)) return undefined;
	const units = large ? "512k, 10m or 1g" : "512k or 10m (without g)";
	return {
		kind: "size",
		at: word.at,
		message: `${name} takes a size as ${units}, not "${word.text}"`,
		...replaced(word, sizeMeant(word.text, large)),
	};
}

export function wrongTime(
	name: string,
	word: Word,
	unit: "seconds" | "milliseconds",
): Wrong | undefined {
	if (isTime(word.text, unit)) return undefined;
	const units = unit === "seconds" ? "30s or 1h30m" : "500ms, 30s or 1h30m";
	return {
		kind: "time",
		at: word.at,
		message: `${name} takes a time as ${units}, not "${word.text}"`,
		...replaced(word, timeMeant(word.text, unit)),
	};
}
