/** What can be wrong with the text of an nginx file, in words better than nginx's own. */

import type { Token } from "./scan.ts";
import type { SyntaxErrorKind } from "./tree.ts";

/** A syntax error in offsets of the parsed text. */
export interface Problem {
	readonly kind: SyntaxErrorKind;
	readonly message: string;
	readonly start: number;
	readonly end: number;
	readonly mend?: Mend;
}

export interface Mend {
	readonly title: string;
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}

/** At the last word, because that is where the `;` belongs; nginx complains about a later line. */
export function missingSemicolon(
	last: Token,
	name: string,
	next: string | undefined,
): Problem {
	const reads =
		next === undefined
			? "the file ends here"
			: next === "}"
				? 'nginx finds "}" in its place'
				: `nginx reads the "${next}" that follows as part of it`;
	return {
		kind: "missing-semicolon",
		message: `";" is missing at the end of "${name}": ${reads}`,
		...spanOf(last),
		mend: insertion('Insert ";"', last.end, ";"),
	};
}

/** `words`: its head. */
export function missingOpenBrace(
	words: readonly Token[],
	opened: boolean,
): Problem {
	const start = words[0]?.start ?? 0;
	const end = words.at(-1)?.end ?? start;
	return {
		kind: "missing-open-brace",
		message: `"${words[0]?.text}" needs a block, but no "{" follows`,
		start,
		end,
		...(opened ? { mend: insertion('Insert "{"', end, " {") } : {}),
	};
}

/** At the block's head: where its end belongs is a guess. */
export function missingCloseBrace(
	head: Token,
	behindOpen: number,
	at: number,
	brace: string | undefined,
): Problem {
	return {
		kind: "missing-close-brace",
		message: `The block of "${head.text}" is not closed: its "}" is missing`,
		start: head.start,
		end: behindOpen,
		...(brace === undefined
			? {}
			: { mend: insertion('Insert "}"', at, brace) }),
	};
}

export function noBlockTaken(name: string, brace: Token): Problem {
	return {
		kind: "unexpected-open-brace",
		message:
			name === "server"
				? 'A "server" in an upstream takes no block'
				: `"${name}" takes no block: ";" is missing before "{", or the text with the brace needs quotes`,
		...spanOf(brace),
	};
}

export function blockInTable(table: string, brace: Token): Problem {
	return {
		kind: "unexpected-open-brace",
		message: `"{" can't stand inside "${table}"`,
		...spanOf(brace),
	};
}

export function braceWithoutName(brace: Token): Problem {
	return {
		kind: "unexpected-open-brace",
		message: 'Nothing stands before this "{" that it could open',
		...spanOf(brace),
	};
}

export function unquotedBrace(
	start: number,
	end: number,
	quoted: string | undefined,
): Problem {
	return {
		kind: "unquoted-brace",
		message:
			'nginx takes the "{" in this text for the beginning of a block: the text needs quotes',
		start,
		end,
		...(quoted === undefined
			? {}
			: { mend: { title: "Put it in quotes", start, end, newText: quoted } }),
	};
}

export function strayCloseBrace(brace: Token): Problem {
	return {
		kind: "unexpected-close-brace",
		message: 'This "}" closes no block',
		...spanOf(brace),
		mend: removal('Remove "}"', brace),
	};
}

export function straySemicolon(
	semicolon: Token,
	behindBlock: boolean,
): Problem {
	return {
		kind: "unexpected-semicolon",
		message: behindBlock
			? 'nginx refuses a ";" behind "}": the brace alone ends the block'
			: 'This ";" ends nothing: no directive stands before it',
		...spanOf(semicolon),
		mend: removal('Remove ";"', semicolon),
	};
}

export function faultyToken(token: Token, text: string): Problem | undefined {
	if (!token.fault) return undefined;
	const span = spanOf(token);
	switch (token.fault) {
		case "unclosed-quote":
			return {
				kind: "unclosed-quote",
				message: `The quote ${token.quote} that begins here is not closed`,
				...span,
				mend: insertion("Close the quote", token.end, token.quote ?? ""),
			};
		case "text-behind-quote":
			return {
				kind: "text-behind-quote",
				message: `Only white space, ";", "{" or ")" may follow a closing quote, not "${text[token.end]}"`,
				start: token.end,
				end: token.end + 1,
			};
		case "too-long":
			return {
				kind: "too-long",
				message: `nginx reads at most 4096 bytes at a time: this ${token.kind === "comment" ? "comment line" : "word"} is too long`,
				...span,
			};
	}
}

export function unclosedLua(start: number, end: number): Problem {
	return {
		kind: "unclosed-lua",
		message: 'This Lua block is not closed: its "}" is missing',
		start,
		end,
	};
}

export function tooDeep(brace: Token, most: number): Problem {
	return {
		kind: "too-deep",
		message: `Blocks more than ${most} levels deep are not read`,
		...spanOf(brace),
	};
}

export function byteOrderMark(head: Token): Problem {
	return {
		kind: "byte-order-mark",
		message:
			"The file begins with a byte order mark: nginx takes it for a part of the first word and refuses the file",
		...spanOf(head),
		mend: {
			title: "Remove the byte order mark",
			start: head.start,
			end: head.start + 1,
			newText: "",
		},
	};
}

function spanOf({ start, end }: Token) {
	return { start, end };
}

function insertion(title: string, at: number, newText: string): Mend {
	return { title, start: at, end: at, newText };
}

function removal(title: string, { start, end }: Token): Mend {
	return { title, start, end, newText: "" };
}
