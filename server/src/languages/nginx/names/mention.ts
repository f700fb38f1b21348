/** What an nginx configuration gives a name to, and where the name stands: as it is declared, and as it is used. */

import type { Place } from "../../../text/place.ts";
import type { Protocol } from "../facts.ts";
import type { Directive } from "../tree.ts";

export type NameKind =
	| "limit_req-zone"
	| "limit_conn-zone"
	| "proxy-cache"
	| "fastcgi-cache"
	| "uwsgi-cache"
	| "scgi-cache"
	| "log-format"
	| "named-location"
	| "variable";

/** One place that says a name. */
export interface Mention {
	readonly kind: NameKind;
	/** As written: without the `$` of a variable, with the `@` of a location. */
	readonly name: string;
	/** The name alone. */
	readonly at: Place;
	readonly isDeclaration: boolean;
	/** Of a variable's declaration: by a regular expression. */
	readonly isCapture?: true;
	/** Of a variable's use: nginx refuses it where nothing declares the variable. */
	readonly isSure?: boolean;
	readonly directive: Directive;
	readonly protocol: Protocol;
	/** The server that it stands in. */
	readonly server: Directive | undefined;
}

/** What the readers of single directives find. */
export type Found = Pick<
	Mention,
	"kind" | "name" | "at" | "isDeclaration" | "isSure" | "isCapture"
>;

/** Reads a directive of one name. */
export type Reader = (directive: Directive) => readonly Found[];

/** Names with the same key are one: variables and log formats compare without case, zones and locations with it. */
export function keyOf({ kind, name }: Pick<Mention, "kind" | "name">): string {
	return kind === "variable" || kind === "log-format"
		? name.toLowerCase()
		: name;
}
