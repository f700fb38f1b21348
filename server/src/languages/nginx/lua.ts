/**
 * Where a block of Lua ends. lua-nginx-module hands the text of a `*_by_lua_block` to a lexer of
 * Lua (ngx_http_lua_lex.c), so that braces in its strings and comments don't count.
 */

/** The offset of the `}` that closes the block whose text begins at `start`; undefined where there is none. */
export function endOfLua(text: string, start: number): number | undefined {
	let depth = 1;
	let at = start;
	while (at < text.length) {
		switch (text[at]) {
			case "{":
				depth++;
				at++;
				break;
			case "}":
				if (--depth === 0) return at;
				at++;
				break;
			case '"':
			case "'":
				at = behindString(text, at);
				break;
			case "[":
				at = behindLong(text, at) ?? at + 1;
				break;
			case "-":
				at = text[at + 1] === "-" ? behindComment(text, at) : at + 1;
				break;
			default:
				at++;
		}
	}
	return undefined;
}

/**
 * Where a block without its `}` most likely ends: at the first line behind `start` that begins
 * with `}` and is indented no deeper than `indent`; else the end of the text.
 */
export function likelyEndOfLua(
	text: string,
	start: number,
	indent: string,
): number {
	const closing = /\n([ \t]*)\}/g;
	closing.lastIndex = start;
	for (let match = closing.exec(text); match; match = closing.exec(text))
		if (indent.startsWith(match[1] ?? "")) return closing.lastIndex - 1;
	return text.length;
}

/** An unfinished string ends with its line, as in Lua; `\` keeps the next unit, `\z` all white space behind it. */
function behindString(text: string, start: number): number {
	const quote = text[start];
	let at = start + 1;
	while (at < text.length) {
		const unit = text[at];
		if (unit === quote) return at + 1;
		if (unit === "\n") return at;
		if (unit !== "\\") at++;
		else if (text[at + 1] === "z") at = behindSpace(text, at + 2);
		else at += text.startsWith("\r\n", at + 1) ? 3 : 2;
	}
	return text.length;
}

function behindSpace(text: string, start: number): number {
	let at = start;
	while (/\s/.test(text[at] ?? "")) at++;
	return at;
}

function behindComment(text: string, start: number): number {
	const long =
		text[start + 2] === "[" ? behindLong(text, start + 2) : undefined;
	if (long !== undefined) return long;
	const lf = text.indexOf("\n", start);
	return lf === -1 ? text.length : lf;
}

/** `[[ … ]]`, `[=[ … ]=]`; undefined where no such bracket begins. */
function behindLong(text: string, start: number): number | undefined {
	let at = start + 1;
	while (text[at] === "=") at++;
	if (text[at] !== "[") return undefined;
	const closing = `]${"=".repeat(at - start - 1)}]`;
	const end = text.indexOf(closing, at + 1);
	return end === -1 ? text.length : end + closing.length;
}
