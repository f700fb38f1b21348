/** A regular expression as PCRE reads it, as far as rules ask. */

import type { Characters } from "./characters.ts";

/** Offsets count UTF-16 units of the pattern. */
interface At {
	readonly start: number;
	readonly end: number;
}

export type Node = At &
	(
		| {
				readonly kind: "characters";
				readonly set: Characters;
				readonly literal: string | undefined;
		  }
		| {
				readonly kind: "group";
				/** From 1 on; undefined: it captures nothing. */
				readonly capture: number | undefined;
				readonly name: string | undefined;
				/** `(?=…)` and the like match no text of their own. */
				readonly looks: boolean;
				readonly branches: readonly Branch[];
		  }
		| {
				readonly kind: "repeat";
				readonly of: Node;
				readonly min: number;
				readonly max: number;
				/** It gives nothing back: `a++`. */
				readonly possessive: boolean;
		  }
		| { readonly kind: "begin" | "end" | "word boundary" }
		/** Back references, and what is not looked into. */
		| { readonly kind: "other" }
	);

export type Branch = readonly Node[];

export interface Mistake extends At {
	/** `the "(" is not closed`. */
	readonly message: string;
	/** PCRE1 takes it: nginx is built with PCRE2 since 1.21.5. */
	readonly pcre2?: true;
}

export interface Regex {
	readonly branches: readonly Branch[];
	/** The first thing that PCRE surely refuses. */
	readonly mistake: Mistake | undefined;
	/** The number of captures. */
	readonly captures: number;
	/** False where something stands in it that is not looked into: nothing can be said of what it matches. */
	readonly complete: boolean;
}
