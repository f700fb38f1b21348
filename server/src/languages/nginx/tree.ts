/**
 * An nginx file as nginx reads it: statements of words, each ended by `;` or a block
 * (ngx_conf_file.c, ngx_conf_read_token). What a word means is its directive's business.
 */

import type { Place, Span } from "../../text/place.ts";

export interface Word {
	/** As nginx hands it to the directive: without its quotes, with \" \' \\ \t \r \n replaced. */
	readonly text: string;
	readonly quote: '"' | "'" | undefined;
	/** Quotes included. */
	readonly at: Place;
	/** As written between its quotes, where an escape makes that another text. */
	readonly raw?: string;
	/** Where each UTF-16 unit of `text` stands, in a word of a rendered template. See `partOf`. */
	readonly units?: readonly Span[];
}

export interface Directive {
	readonly name: Word;
	readonly args: readonly Word[];
	readonly block: Block | undefined;
	/** From the name to the `;` or the `}`, included where they are there. */
	readonly at: Place;
	/** A word of it holds a `$` or a `(`: none of the others names a variable or a capture. */
	readonly mayNameVariables: boolean;
}

export type Block =
	| {
			readonly kind: "directives";
			readonly directives: readonly Directive[];
			/** Between the braces. */
			readonly at: Place;
	  }
	| {
			/** `*_by_lua_block`: its text is Lua. */
			readonly kind: "lua";
			readonly at: Place;
	  };

export interface Comment {
	/** From `#` to the end of the line. */
	readonly at: Place;
}

export type SyntaxErrorKind =
	| "missing-semicolon"
	| "missing-open-brace"
	| "missing-close-brace"
	| "unexpected-semicolon"
	| "unexpected-open-brace"
	| "unexpected-close-brace"
	/** `{` in a word without quotes: `~ ^/\d{3}`. */
	| "unquoted-brace"
	| "unclosed-quote"
	| "text-behind-quote"
	| "unclosed-lua"
	| "too-long"
	| "too-deep"
	| "byte-order-mark"
	/** Not nginx's own text: see foreign-template.ts. */
	| "template";

export interface NginxSyntaxError {
	readonly kind: SyntaxErrorKind;
	readonly message: string;
	readonly at: Place;
	/** The one edit that mends it, in offsets of the file. */
	readonly mend?: {
		readonly title: string;
		readonly start: number;
		readonly end: number;
		readonly newText: string;
	};
}

/** One file. Parsing never fails: what could not be read is in `errors`, and the rest is here. */
export interface NginxTree {
	readonly path: string;
	readonly directives: readonly Directive[];
	readonly comments: readonly Comment[];
	/** In the order of their places. */
	readonly errors: readonly NginxSyntaxError[];
	/** False: the word include stands nowhere in the text. */
	readonly mayInclude: boolean;
}
