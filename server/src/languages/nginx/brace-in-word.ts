/**
 * A `{` inside of a text without quotes: nginx takes it for the beginning of a block, the writer
 * meant a part of a regular expression or of JSON. Says where that text ends, and how it is quoted.
 */

import { endBeforeSemicolon } from "./likely-end.ts";
import { isSpace, mayNameVariables, type Token, unescaped } from "./scan.ts";

export interface BraceInWord {
	/** The word that was meant, with its brace. */
	readonly word: Token;
	/** It goes on with the last word before the brace. */
	readonly continues: boolean;
	/** The part that needs the quotes. */
	readonly end: number;
	readonly quoted: string;
}

/** `\d{3}`, `[a-z]{2,}`: `3}` is no directive's name, whatever modules there are. */
export function quantifierInWord(
	text: string,
	words: readonly Token[],
	brace: Token,
): BraceInWord | undefined {
	const last = words.at(-1);
	if (!last || !continues(last, brace) || !isQuantifier(text, brace.start))
		return undefined;
	let end = brace.start;
	while (
		end < text.length &&
		!isSpace(text.charCodeAt(end)) &&
		text[end] !== ";"
	) {
		if (text[end] === "{" && !isQuantifier(text, end)) break;
		end++;
	}
	return braceInWord(text, words, brace, end);
}

/** Any brace behind a directive that takes no block, if its line ends with `;` or `; }`: `return 200 {"ok":true};`. */
export function textWithBrace(
	text: string,
	words: readonly Token[],
	brace: Token,
): BraceInWord | undefined {
	const last = words.at(-1);
	const end = endBeforeSemicolon(text, brace.start);
	if (!last || end === undefined) return undefined;
	if (!continues(last, brace)) return braceInWord(text, words, brace, end);
	const glued = /^[^\s;]*/.exec(text.slice(brace.start, end))?.[0] ?? "";
	return braceInWord(text, words, brace, brace.start + glued.length);
}

function continues(last: Token, brace: Token): boolean {
	return last.end === brace.start && !last.quote;
}

function braceInWord(
	text: string,
	words: readonly Token[],
	brace: Token,
	end: number,
): BraceInWord {
	const last = words.at(-1);
	const before = last && continues(last, brace) ? last : undefined;
	const { start, leads } = before ?? brace;
	const raw = text.slice(start, end);
	// The `)` that ends a condition stands outside of the quotes.
	const endsCondition =
		words[0]?.text === "if" &&
		raw.endsWith(")") &&
		count(raw, ")") > count(raw, "(");
	const quotedEnd = endsCondition ? end - 1 : end;
	const quoted = `"${text.slice(start, quotedEnd).replaceAll('"', '\\"')}"`;
	const word: Token = {
		kind: "word",
		start,
		end,
		text: unescaped(raw),
		quote: undefined,
		mayNameVariables: mayNameVariables(raw),
		leads,
		fault: undefined,
	};
	return { word, continues: before !== undefined, end: quotedEnd, quoted };
}

function isQuantifier(text: string, at: number): boolean {
	return /^\{\d+(,\d*)?\}/.test(text.slice(at, at + 24));
}

function count(text: string, unit: string): number {
	return text.split(unit).length - 1;
}
