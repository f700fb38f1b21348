/** The arguments that nginx compiles as regular expressions, without the signs in front. */

import { readLocationHead } from "../locations/head.ts";
import type { Directive, Word } from "../tree.ts";

export interface Pattern {
	readonly word: Word;
	/** Where the pattern begins in the word's text. */
	readonly from: number;
	readonly text: string;
	readonly caseless: boolean;
}

/** The directives that have any. */
export const namesWithPatterns: readonly string[] = [
	"location",
	"if",
	"rewrite",
	"fastcgi_split_path_info",
	"gzip_disable",
	"server_name",
	"valid_referers",
	"proxy_redirect",
	"proxy_cookie_domain",
	"proxy_cookie_path",
	"map",
];

export function patternsOf(directive: Directive): readonly Pattern[] {
	const { name, args } = directive;
	switch (name.text) {
		case "location":
			return inLocation(directive);
		case "if": {
			const operator = args.findIndex(({ text }) => /^!?~\*?$/.test(text));
			const word = operator < 0 ? undefined : args.at(operator + 1);
			if (!word || operator + 2 !== args.length) {
				// The closing parenthesis may stand alone.
				if (!word || args.at(operator + 2)?.text !== ")") return [];
				return [pattern(word, 0, args[operator]?.text.endsWith("*"))];
			}
			return [
				pattern(
					word,
					0,
					args[operator]?.text.endsWith("*"),
					word.text.length - 1,
				),
			];
		}
		case "rewrite":
			// Of more a blank has cut the pattern in two, and that is said.
			return args.length > 3
				? []
				: args.slice(0, 1).map((word) => pattern(word, 0));
		case "fastcgi_split_path_info":
		case "gzip_disable":
			return args
				.filter(({ text }) => !/^(msie6|degradation)$/.test(text))
				.map((word) => pattern(word, 0, name.text === "gzip_disable"));
		case "server_name":
			return (
				args
					.filter(({ text }) => text.startsWith("~"))
					// ngx_http_core_server_name compiles without regard to case.
					.map((word) => pattern(word, 1, true))
			);
		case "valid_referers":
			return args
				.filter(({ text }) => text.startsWith("~"))
				.map((word) => pattern(word, 1, true));
		case "proxy_redirect":
		case "proxy_cookie_domain":
		case "proxy_cookie_path":
			return args
				.slice(0, 1)
				.filter(({ text }) => text.startsWith("~"))
				.map(signed);
		case "map":
			return directive.block?.kind === "directives"
				? directive.block.directives
						.map((line) => line.name)
						.filter(({ text }) => text.startsWith("~"))
						.map(signed)
				: [];
		default:
			return [];
	}
}

function inLocation(directive: Directive): readonly Pattern[] {
	const head = readLocationHead(directive);
	const word = directive.args.at(-1);
	if (!word || !head?.modifier.startsWith("~")) return [];
	const from = word.text.length - head.pattern.value.length;
	return [pattern(word, from, head.modifier === "~*")];
}

/** `~` or `~*` stands in front. */
function signed(word: Word): Pattern {
	const caseless = word.text.startsWith("~*");
	return pattern(word, caseless ? 2 : 1, caseless);
}

function pattern(
	word: Word,
	from: number,
	caseless = false,
	to = word.text.length,
): Pattern {
	return { word, from, text: word.text.slice(from, to), caseless };
}
