/**
 * The next token of an nginx file, exactly as ngx_conf_read_token (nginx 1.22.1,
 * src/core/ngx_conf_file.c) cuts it. Every token depends on its offset alone, so that a
 * parser can go on from wherever it likes after an error.
 */

import { exceedsBuffer } from "./buffer.ts";
import { endOfQuoted } from "./likely-end.ts";

export interface Token {
	readonly kind: "word" | ";" | "{" | "}" | "comment" | "end";
	/** UTF-16 offsets, quotes included. */
	readonly start: number;
	readonly end: number;
	/** Of a word: without quotes and escapes. */
	readonly text: string;
	readonly quote: '"' | "'" | undefined;
	/** It holds a `$` or a `(`. */
	readonly mayNameVariables: boolean;
	/** Between the token before it and this one lies a line break. */
	readonly leads: boolean;
	/** Why nginx refuses it. Of a quote that is not closed, `end` is the likely end on its first line. */
	readonly fault:
		| "unclosed-quote"
		| "text-behind-quote"
		| "too-long"
		| undefined;
}

/**
 * The token at or behind the offset. Only space, tab, CR and LF are white space to nginx.
 * `isOpen`: quoted text of several lines that is to be read as if its first quote were not closed.
 */
export function scan(
	text: string,
	offset: number,
	isOpen?: (raw: string) => boolean,
): Token {
	let start = offset;
	let leads = offset === 0;
	while (start < text.length && isSpace(text.charCodeAt(start))) {
		if (text.charCodeAt(start) === LF) leads = true;
		start++;
	}
	if (start >= text.length) return mark("end", start, start, leads);
	const first = text[start];
	switch (first) {
		case ";":
		case "{":
		case "}":
			return mark(first, start, start + 1, leads);
		case "#":
			return comment(text, start, leads);
		case '"':
		case "'":
			return quotedWord(text, start, first, leads, isOpen);
		default:
			return plainWord(text, start, leads);
	}
}

/** What nginx makes of the escapes in a word: any other backslash stays. */
export function unescaped(raw: string): string {
	if (!raw.includes("\\")) return raw;
	return raw.replace(
		/\\(["'\\trn])/g,
		(_, unit: string) => controls[unit] ?? unit,
	);
}

export function isSpace(unit: number): boolean {
	return unit === 32 || unit === 9 || unit === CR || unit === LF;
}

const controls: Readonly<Record<string, string>> = {
	t: "\t",
	r: "\r",
	n: "\n",
};

const LF = 10;
const CR = 13;
const DOLLAR = 36;
const SEMICOLON = 59;
const BACKSLASH = 92;
const OPEN = 123;

/** Ends at LF alone: to nginx a bare CR is part of the comment. */
function comment(text: string, start: number, leads: boolean): Token {
	const lf = text.indexOf("\n", start);
	const end = lf === -1 ? text.length : lf;
	// Without a line break behind it, its last unit is the last to be read.
	const read = lf === -1 ? end - 1 : end;
	const fault = exceedsBuffer(text, start, read) ? "too-long" : undefined;
	const shown = text.charCodeAt(end - 1) === CR ? end - 1 : end;
	return mark("comment", start, shown, leads, fault);
}

function plainWord(text: string, start: number, leads: boolean): Token {
	let at = start;
	let variable = false;
	while (at < text.length) {
		const unit = text.charCodeAt(at);
		if (unit === BACKSLASH) {
			variable = false;
			at += 2;
			continue;
		}
		if (unit === OPEN && variable) {
			at++;
			continue;
		}
		if (isSpace(unit) || unit === SEMICOLON || unit === OPEN) break;
		variable = unit === DOLLAR;
		at++;
	}
	const end = Math.min(at, text.length);
	const fault = exceedsBuffer(text, start, lastRead(text, end))
		? "too-long"
		: undefined;
	return word(text, start, end, undefined, leads, fault);
}

function quotedWord(
	text: string,
	start: number,
	quote: '"' | "'",
	leads: boolean,
	isOpen: ((raw: string) => boolean) | undefined,
): Token {
	const end = behindQuote(text, start, quote);
	if (end === undefined) return unclosed(text, start, quote, leads);
	const fault = faultOf(text, start, end);
	const raw = text.slice(start, end);
	// A quote left open runs to the next one on a later line, whose text then stands bare.
	if (raw.includes("\n") && (fault || isOpen?.(raw)))
		return unclosed(text, start, quote, leads);
	return word(text, start, end, quote, leads, fault);
}

function faultOf(text: string, start: number, end: number): Token["fault"] {
	if (end < text.length && !mayFollowQuote(text.charCodeAt(end)))
		return "text-behind-quote";
	return exceedsBuffer(text, start + 1, lastRead(text, end))
		? "too-long"
		: undefined;
}

function behindQuote(
	text: string,
	start: number,
	quote: string,
): number | undefined {
	const closing = quote.charCodeAt(0);
	for (let at = start + 1; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === BACKSLASH) at++;
		else if (unit === closing) return at + 1;
	}
	return undefined;
}

function mayFollowQuote(unit: number): boolean {
	return isSpace(unit) || unit === SEMICOLON || unit === OPEN || unit === 41;
}

/**
 * The end of the part that nginx must hold in its buffer with a word that ends at `end`: the
 * token is only over when the unit behind the white space has been read.
 */
function lastRead(text: string, end: number): number {
	return isSpace(text.charCodeAt(end)) ? end + 1 : end;
}

function unclosed(
	text: string,
	start: number,
	quote: '"' | "'",
	leads: boolean,
): Token {
	const end = endOfQuoted(text, start + 1);
	const raw = text.slice(start + 1, end);
	return {
		kind: "word",
		start,
		end,
		text: unescaped(raw),
		quote,
		mayNameVariables: mayNameVariables(raw),
		leads,
		fault: "unclosed-quote",
	};
}

function word(
	text: string,
	start: number,
	end: number,
	quote: Token["quote"],
	leads: boolean,
	fault: Token["fault"],
): Token {
	const raw = quote ? text.slice(start + 1, end - 1) : text.slice(start, end);
	return {
		kind: "word",
		start,
		end,
		text: unescaped(raw),
		quote,
		mayNameVariables: mayNameVariables(raw),
		leads,
		fault,
	};
}

/** Of every word that names one, and of some others. */
export function mayNameVariables(raw: string): boolean {
	return raw.includes("$") || raw.includes("(");
}

function mark(
	kind: Token["kind"],
	start: number,
	end: number,
	leads: boolean,
	fault?: Token["fault"],
): Token {
	return {
		kind,
		start,
		end,
		text: "",
		quote: undefined,
		mayNameVariables: false,
		leads,
		fault,
	};
}
