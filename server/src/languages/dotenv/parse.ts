/**
 * `.env` files as compose reads them (compose-go, dotenv/parser.go): `export`, `=` or `:`,
 * quotes over several lines, a comment behind ` #`. Variables inside values stay as they are
 * here: what they stand for depends on who reads the file.
 */

import type { Place } from "../../text/place.ts";

export interface DotenvVariable {
	readonly name: string;
	/** Without quotes, escapes settled; absent: only the name stands there, and the value comes from the shell. */
	readonly value: string | undefined;
	/** Whether `$` means a variable: not in single quotes. In such a value a dollar sign itself is `$$`. */
	readonly expands: boolean;
	/** The name. */
	readonly at: Place;
	/** The value with its quotes; where there is none, behind the sign. */
	readonly valueAt: Place;
}

export interface DotenvProblem {
	readonly message: string;
	readonly at: Place;
}

export interface DotenvFile {
	readonly path: string;
	/** In their order; a later one of the same name wins. */
	readonly variables: readonly DotenvVariable[];
	readonly problems: readonly DotenvProblem[];
}

/** Never throws. Compose stops at the first problem; here the next line goes on. */
export function parseDotenv(path: string, text: string): DotenvFile {
	const variables: DotenvVariable[] = [];
	const problems: DotenvProblem[] = [];
	const place = (start: number, end: number): Place => ({ path, start, end });
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	while (true) {
		at = statementStart(text, at);
		if (at >= text.length) return { path, variables, problems };
		const name = readName(text, at);
		if (name.problem !== undefined) {
			problems.push({ message: name.problem, at: place(name.start, name.end) });
			at = endOfLine(text, at);
			continue;
		}
		const nameAt = place(name.start, name.end);
		if (name.bare) {
			variables.push({
				name: name.text,
				value: undefined,
				expands: false,
				at: nameAt,
				valueAt: place(name.end, name.end),
			});
			at = name.next;
			continue;
		}
		const value = readValue(text, name.next);
		if (value.problem !== undefined) {
			problems.push({
				message: value.problem,
				at: place(value.start, value.end),
			});
			at = endOfLine(text, name.next);
			continue;
		}
		if (name.text !== "")
			variables.push({
				name: name.text,
				value: value.text,
				expands: value.expands,
				at: nameAt,
				valueAt: place(value.start, value.end),
			});
		at = value.next;
	}
}

/** The form that env_file calls `raw`: a line is `NAME=VALUE`, quotes and dollar signs are themselves. */
export function parseRawDotenv(path: string, text: string): DotenvFile {
	const variables: DotenvVariable[] = [];
	let start = text.startsWith("\uFEFF") ? 1 : 0;
	while (start < text.length) {
		const stop = endOfLine(text, start);
		const end = text[stop - 1] === "\r" ? stop - 1 : stop;
		const line = text.slice(start, end);
		const equals = line.indexOf("=");
		const name = equals < 0 ? line.trim() : line.slice(0, equals).trim();
		if (name !== "" && !name.startsWith("#")) {
			const nameStart = start + line.indexOf(name);
			const valueStart = equals < 0 ? end : start + equals + 1;
			variables.push({
				name,
				value: equals < 0 ? undefined : line.slice(equals + 1),
				expands: false,
				at: { path, start: nameStart, end: nameStart + name.length },
				valueAt: { path, start: valueStart, end },
			});
		}
		start = stop + 1;
	}
	return { path, variables, problems: [] };
}

interface Name {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Behind the sign and the blanks after it. */
	readonly next: number;
	readonly bare: boolean;
	readonly problem?: string;
}

function readName(text: string, from: number): Name {
	const exported =
		/^export[^\S\n]+/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
	const start = from + exported;
	const stop = endOfLine(text, start);
	let end = start;
	while (end < stop && text[end] !== "=" && text[end] !== ":") end++;
	const written = text.slice(start, end).trimEnd();
	const name = {
		text: written,
		start,
		end: start + written.length,
		bare: end === stop,
	};
	const wrong = /[^\p{L}\p{N}_.\-[\]\s]/u.exec(written);
	if (wrong)
		return {
			...name,
			next: stop,
			problem: `${JSON.stringify(wrong[0])} can't stand in a variable's name.`,
		};
	if (/\s/.test(written))
		return { ...name, next: stop, problem: "A variable's name has no spaces." };
	return { ...name, next: name.bare ? end : skipBlanks(text, end + 1) };
}

interface Value {
	readonly text: string;
	readonly expands: boolean;
	readonly start: number;
	readonly end: number;
	readonly next: number;
	readonly problem?: string;
}

function readValue(text: string, start: number): Value {
	const quote = text[start];
	if (quote === '"' || quote === "'") return readQuoted(text, start, quote);
	const stop = endOfLine(text, start);
	const value = (text.slice(start, stop).split(" #", 1)[0] ?? "").trimEnd();
	return {
		text: value,
		expands: true,
		start,
		end: start + value.length,
		next: stop,
	};
}

/** A backslash keeps the quote from ending the value, and otherwise stays. */
function readQuoted(text: string, start: number, quote: '"' | "'"): Value {
	const parts: string[] = [];
	let from = start + 1;
	for (let i = from; i < text.length; i++) {
		if (text[i] === "\\" && i + 1 < text.length) {
			if (text[i + 1] === quote) {
				parts.push(text.slice(from, i));
				from = i + 1;
			}
			i++;
		} else if (text[i] === quote) {
			parts.push(text.slice(from, i));
			const raw = parts.join("");
			const value = quote === '"' ? settleEscapes(raw) : raw;
			return {
				text: value,
				expands: quote === '"',
				start,
				end: i + 1,
				next: i + 1,
			};
		}
	}
	const end = endOfLine(text, start);
	return {
		text: "",
		expands: false,
		start,
		end,
		next: end,
		problem: "This quote is not closed.",
	};
}

/** Go's escapes, and `\0…` as octal; `\$` is a dollar sign that starts no variable. */
function settleEscapes(raw: string): string {
	return raw.replace(/\\(?:[abcfnrtv$"\\]|0\d{0,3})/g, (match) => {
		const simple = escapes[match];
		if (simple !== undefined) return simple;
		// Three octal digits after the 0, or Go leaves it as it is.
		return /^\\0[0-3][0-7]{2}$/.test(match)
			? String.fromCharCode(Number.parseInt(match.slice(2), 8))
			: match;
	});
}

const escapes: Readonly<Record<string, string>> = {
	"\\a": "\x07",
	"\\b": "\b",
	"\\f": "\f",
	"\\n": "\n",
	"\\r": "\r",
	"\\t": "\t",
	"\\v": "\v",
	"\\$": "$$",
	'\\"': '"',
	"\\\\": "\\",
};

function statementStart(text: string, from: number): number {
	let at = from;
	while (at < text.length) {
		if (/\s/.test(text[at] as string)) at++;
		else if (text[at] === "#") at = endOfLine(text, at);
		else return at;
	}
	return at;
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (at < text.length && text[at] !== "\n" && /\s/.test(text[at] as string))
		at++;
	return at;
}

function endOfLine(text: string, from: number): number {
	const at = text.indexOf("\n", from);
	return at < 0 ? text.length : at;
}
