/** The three ways in which BuildKit cuts arguments into words (frontend/dockerfile/parser/line_parsers.go); quotes and escapes stay in the words. */

/** A part of a logical line; offsets count in its text. */
export interface RawWord {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

export interface Flag {
	/** Without the dashes. */
	readonly name: string;
	/** Empty where there is none. */
	readonly value: RawWord;
}

export interface FlaggedWords {
	readonly flags: readonly Flag[];
	readonly words: readonly RawWord[];
	/** Where the words begin. */
	readonly rest: number;
}

/** COPY, ADD, FROM, EXPOSE: white space alone, quotes and escapes mean nothing. */
export function plainWords(text: string, from: number): RawWord[] {
	const words: RawWord[] = [];
	const pattern = /[^\t\v\f\r\n ]+/g;
	pattern.lastIndex = from;
	for (const match of text.matchAll(pattern))
		words.push(word(text, match.index, match.index + match[0].length));
	return words;
}

/** ENV, ARG, flags: quotes and the escape character hold a word together. */
export function quotedWords(
	text: string,
	from: number,
	escapeToken: string,
	limit = Number.POSITIVE_INFINITY,
): RawWord[] {
	const words: RawWord[] = [];
	let start = -1;
	let quote = "";
	for (let i = from; i < text.length && words.length < limit; i++) {
		const char = text[i] as string;
		if (start < 0) {
			if (isSpace(char)) continue;
			start = i;
		} else if (quote === "" && isSpace(char)) {
			words.push(word(text, start, i));
			start = -1;
			continue;
		}
		if (char === escapeToken && quote !== "'") i++;
		else if (quote !== "") quote = char === quote ? "" : quote;
		else if (char === '"' || char === "'") quote = char;
	}
	if (start >= 0 && words.length < limit)
		words.push(word(text, start, text.length));
	return words;
}

/** The exec form: a JSON array of strings, in which `text` is the decoded string; undefined where it is none. What stands behind it is ignored. */
export function jsonWords(text: string, from: number): RawWord[] | undefined {
	let i = skipSpace(text, from);
	if (text[i] !== "[") return undefined;
	const words: RawWord[] = [];
	i = skipSpace(text, i + 1);
	if (text[i] === "]") return words;
	const string = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
	for (;;) {
		string.lastIndex = i;
		const literal = string.exec(text)?.[0];
		const value = literal === undefined ? undefined : decode(literal);
		if (literal === undefined || value === undefined) return undefined;
		words.push({ text: value, start: i, end: i + literal.length });
		i = skipSpace(text, i + literal.length);
		if (text[i] === "]") return words;
		if (text[i] !== ",") return undefined;
		i = skipSpace(text, i + 1);
	}
}

/** The flags at the beginning, then the words of an exec form or plain ones. */
export function flaggedWords(
	text: string,
	from: number,
	escapeToken: string,
): FlaggedWords {
	const flags: Flag[] = [];
	let rest = skipSpace(text, from);
	while (text.startsWith("--", rest)) {
		const [raw] = quotedWords(text, rest, escapeToken, 1);
		if (!raw) break;
		rest = skipSpace(text, raw.end);
		if (raw.text === "--") break;
		const equals = raw.text.indexOf("=");
		const end = equals < 0 ? raw.text.length : equals;
		const start = Math.min(raw.start + end + 1, raw.end);
		flags.push({
			name: raw.text.slice(2, end),
			value: { text: text.slice(start, raw.end), start, end: raw.end },
		});
	}
	return {
		flags,
		rest,
		words: jsonWords(text, rest) ?? plainWords(text, rest),
	};
}

function decode(literal: string): string | undefined {
	try {
		return JSON.parse(literal) as string;
	} catch {
		return undefined;
	}
}

function word(text: string, start: number, end: number): RawWord {
	const last = Math.min(end, text.length);
	return { text: text.slice(start, last), start, end: last };
}

function skipSpace(text: string, from: number): number {
	let i = from;
	while (i < text.length && isSpace(text[i] as string)) i++;
	return i;
}

function isSpace(char: string): boolean {
	return char === " " || (char >= "\t" && char <= "\r");
}
