/**
 * What gives an nginx file its shape: comments, quotes, `;` and braces. Once as nginx's tokenizer
 * cuts them, once as the grammar colours them, so that the two can be compared.
 */

import { endOfLua } from "../../server/src/languages/nginx/lua.ts";
import { scan, type Token } from "../../server/src/languages/nginx/scan.ts";
import type { ScopedText } from "./grammar.ts";

export interface Landmarks {
	/** `12 ;`, `14 #`, `21 "`: offsets and what stands there, in order. */
	readonly marks: readonly string[];
	/** The offset behind which nginx does not read on. */
	readonly end: number;
}

/** As nginx reads them, up to the first thing that it refuses. */
export function readByNginx(text: string): Landmarks {
	const marks: string[] = [];
	const blocks: string[] = [];
	let statement: Token[] = [];
	let at = 0;
	for (;;) {
		const token = scan(text, at);
		at = token.end;
		if (token.fault === "unclosed-quote") return { marks, end: token.start };
		switch (token.kind) {
			case "end":
				return { marks, end: text.length };
			case "comment":
				marks.push(`${token.start} #`);
				continue;
			case "word":
				if (token.quote)
					marks.push(
						`${token.start} ${token.quote}`,
						`${token.end - 1} ${token.quote}`,
					);
				if (token.fault === "text-behind-quote")
					return { marks, end: token.end };
				statement.push(token);
				continue;
			case ";":
				if (statement.length === 0) return { marks, end: token.start };
				break;
			case "{": {
				const head = statement[0];
				if (!head || tables.has(blocks.at(-1) ?? ""))
					return { marks, end: token.start };
				if (/^[a-z_]+_by_lua_block$/.test(head.text) && !head.quote) {
					const end = endOfLua(text, token.end);
					marks.push(`${token.start} {`);
					if (end === undefined) return { marks, end: token.end };
					marks.push(`${end} }`);
					at = end + 1;
					statement = [];
					continue;
				}
				blocks.push(head.quote ? "" : head.text);
				break;
			}
			case "}":
				if (statement.length > 0 || blocks.pop() === undefined)
					return { marks, end: token.start };
				break;
		}
		marks.push(`${token.start} ${token.kind}`);
		statement = [];
	}
}

/** As the grammar colours them, up to an offset. */
export function colouredAs(
	text: string,
	pieces: readonly ScopedText[],
	end: number,
): readonly string[] {
	return pieces
		.filter(
			({ start, scopes }) => start < end && shaping.test(scopes.at(-1) ?? ""),
		)
		.map((piece) => `${piece.start} ${text.slice(piece.start, piece.end)}`);
}

const tables = new Set([
	"map",
	"geo",
	"types",
	"split_clients",
	"charset_map",
	"geoip2",
	"num_map",
]);

const shaping =
	/^punctuation\.(?:definition\.comment|definition\.string\.(?:begin|end)|terminator\.statement|section\.block\.(?:begin|end))\.nginx$/;
