/**
 * An nginx file as nginx reads it: statements of words, each ended by `;` or a block
 * (ngx_conf_file.c, ngx_conf_read_token). What a word means is its directive's business.
 */

import type { Place } from "../../text/place.ts";

export interface Word {
	/** As nginx hands it to the directive: without its quotes, with \" \' \\ \t \r \n replaced. */
	readonly text: string;
	readonly quote: '"' | "'" | undefined;
	/** Quotes included. */
	readonly at: Place;
}

export interface Directive {
	readonly name: Word;
	readonly args: readonly Word[];
	readonly block: Block | undefined;
	/** From the name to the `;` or the `}`, included where they are there. */
	readonly at: Place;
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

export interface NginxSyntaxError {
	readonly message: string;
	readonly at: Place;
	/** What to insert where, when one insertion mends it: `;`, `}` or a quote. */
	readonly mend?: {
		readonly title: string;
		readonly offset: number;
		readonly text: string;
	};
}

/** One file. Parsing never fails: what could not be read is in `errors`, and the rest is here. */
export interface NginxTree {
	readonly path: string;
	readonly directives: readonly Directive[];
	readonly comments: readonly Comment[];
	readonly errors: readonly NginxSyntaxError[];
}
