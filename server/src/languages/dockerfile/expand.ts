/** Unquotes a word and replaces its variables, as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go). */

/** What a name stands for. `unset` is empty text; `unknown` is decided outside of the Dockerfile: by its base image, by whoever builds. */
export type Variable =
	| { readonly text: string; readonly open: readonly string[] }
	| "unset"
	| "unknown";

export type Scope = (name: string) => Variable;

export interface Expanded {
	/** Unknown references stay as they are written. */
	readonly text: string;
	readonly open: readonly string[];
}

interface Cursor {
	readonly text: string;
	readonly escapeToken: string;
	readonly scope: Scope;
	/** Keep quotes and escapes, as in a heredoc. */
	readonly raw: boolean;
	open: Set<string>;
	at: number;
	/** How much text variables may still bring. */
	budget: number;
}

/** A variable made of itself twice, forty lines in a row, must not fill the memory: past this it is as if unknown. */
const maxExpansion = 8192;

/** Deeper `${a:-${b:-…}}` stays as it is written. */
const maxDepth = 20;

export function expand(
	text: string,
	escapeToken: string,
	scope: Scope,
	raw = false,
): Expanded {
	const cursor: Cursor = {
		text,
		escapeToken,
		scope,
		raw,
		open: new Set(),
		at: 0,
		budget: maxExpansion,
	};
	const result = readUntil(cursor, undefined, 0);
	return { text: result, open: [...cursor.open] };
}

function readUntil(
	cursor: Cursor,
	stop: string | undefined,
	depth: number,
): string {
	const { text, escapeToken, raw } = cursor;
	const out: string[] = [];
	let quote = "";
	while (cursor.at < text.length) {
		const char = text[cursor.at] as string;
		if (quote === "" && char === stop) break;
		if (char === escapeToken && quote !== "'") {
			const next = text[cursor.at + 1] ?? "";
			// Within double quotes only these lose their escape.
			const keeps =
				raw || (quote === '"' && !['"', "$", escapeToken].includes(next));
			out.push(keeps ? char + next : next);
			cursor.at += 2;
		} else if (char === "$" && quote !== "'") {
			out.push(readReference(cursor, depth));
		} else {
			cursor.at++;
			const isQuote = !raw && (char === '"' || char === "'");
			if (isQuote && quote === "") quote = char;
			else if (isQuote && quote === char) quote = "";
			else out.push(char);
		}
	}
	return out.join("");
}

function readReference(cursor: Cursor, depth: number): string {
	const { text } = cursor;
	const start = cursor.at;
	const plain = nameAt(text, start + 1);
	if (plain !== "") {
		cursor.at = start + 1 + plain.length;
		return settle(cursor, plain, text.slice(start, cursor.at));
	}
	if (text[start + 1] !== "{") {
		cursor.at = start + 1;
		return "$";
	}
	const name = nameAt(text, start + 2);
	cursor.at = start + 2 + name.length;
	if (name === "" || depth >= maxDepth) return giveUp(cursor, start, name);
	if (text[cursor.at] === "}") {
		cursor.at++;
		return settle(cursor, name, text.slice(start, cursor.at));
	}
	const operator = /[-+?]/y;
	const colon = text[cursor.at] === ":";
	operator.lastIndex = cursor.at + (colon ? 1 : 0);
	const kind = operator.exec(text)?.[0];
	if (kind === undefined) return giveUp(cursor, start, name);
	cursor.at = operator.lastIndex;
	const outer = cursor.open;
	cursor.open = new Set();
	const word = readUntil(cursor, "}", depth + 1);
	const inWord = cursor.open;
	cursor.open = outer;
	cursor.at++;
	const variable = cursor.scope(name);
	if (variable === "unknown") {
		cursor.open.add(name);
		return text.slice(start, cursor.at);
	}
	const isSet = variable !== "unset" && (!colon || variable.text !== "");
	if (isSet === (kind === "+")) {
		for (const open of inWord) cursor.open.add(open);
		return word;
	}
	return kind === "+" ? "" : settle(cursor, name, text.slice(start, cursor.at));
}

function settle(cursor: Cursor, name: string, written: string): string {
	const variable = cursor.scope(name);
	if (variable === "unset") return "";
	if (variable === "unknown" || variable.text.length > cursor.budget) {
		cursor.open.add(name);
		return written;
	}
	cursor.budget -= variable.text.length;
	for (const inner of variable.open) cursor.open.add(inner);
	return variable.text;
}

/** `${x#y}`, `${x/y/z}` and what is not closed: kept as it is written. */
function giveUp(cursor: Cursor, start: number, name: string): string {
	const { text } = cursor;
	const close = text.indexOf("}", cursor.at);
	cursor.at = close < 0 ? text.length : close + 1;
	const written = text.slice(start, cursor.at);
	cursor.open.add(name === "" ? written : name);
	return written;
}

function nameAt(text: string, at: number): string {
	const pattern = /[A-Za-z_][A-Za-z0-9_]*/y;
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? "";
}
