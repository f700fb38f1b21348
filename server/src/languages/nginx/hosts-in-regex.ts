/** What a regular expression for the hosts of an Origin or Referer lets in beside them. */

import {
	type Branch,
	readPathRegex,
	type Token,
} from "./locations/path-regex.ts";

export interface Gap {
	/** The host as it is meant, as far as it can be read: `example.com`. */
	readonly host: string;
	/** Another that matches. */
	readonly taken: string;
	readonly kind: "end" | "begin" | "dot";
}

export function gapsIn(pattern: string): readonly Gap[] {
	// Of the case nothing depends.
	const regex = readPathRegex(pattern, true);
	const gaps = regex?.branches.flatMap((branch) => gapIn(branch) ?? []) ?? [];
	return gaps.filter(
		(gap, i) => gaps.findIndex(({ kind }) => kind === gap.kind) === i,
	);
}

function gapIn({ start, end, tokens }: Branch): Gap | undefined {
	const text = tokens.map(written).join("");
	// The last label needs letters, the one before may be anything.
	const found =
		/([a-z0-9-]+(?:[.?][a-z0-9-]+)*)([.?])([a-z]{2,})(?::\d+|\/)?$/i.exec(text);
	if (!found) return undefined;
	const [all, front = "", , last] = found;
	const host = `${front}.${last}`.replaceAll("?", ".");
	const before = text.slice(0, found.index);
	if (!end && !/[/:]$/.test(all))
		return { kind: "end", host, taken: `${host}.evil.example` };
	// Of the last dot alone no name comes that one could register.
	if (front.includes("?"))
		return {
			kind: "dot",
			host,
			taken: `${front.replace("?", "x").replaceAll("?", ".")}.${last}`,
		};
	// `//`, `.`, `@`: what is before is no part of the name's last labels.
	if (before === "" && !start)
		return { kind: "begin", host, taken: `${inFront(before)}evil${host}` };
	if (/\*$/.test(before))
		return { kind: "begin", host, taken: `${inFront(before)}evil${host}` };
	return undefined;
}

/** What has to stand in front of the host anyway: `https://.*shop` of `https://.*shop.*example.com`. */
function inFront(before: string): string {
	return before
		.replace(/^.*\/\//, "")
		.replace(/\*$/, "")
		.replace(/[!*?]/g, "x");
}

/** `?` is any one letter, `*` anything, `!` what is not read. */
function written(token: Token): string {
	switch (token.kind) {
		case "char":
			return token.char;
		case "one":
			return "?";
		case "any":
		case "some":
			return "*";
		case "unknown":
			return "!";
	}
}
