/**
 * Comments that take a finding back: `edgewise-disable-next-line RULE[, RULE] -- reason`,
 * `edgewise-disable-line …`, and `edgewise-disable RULE` for the rest of the file.
 */

import type { Located, Place } from "./place.ts";

export interface Suppression {
	readonly scope: "line" | "rest";
	/** The line that it speaks of, or from which on it holds; counted from 0. */
	readonly line: number;
	/** Empty: it names no rule, and so suppresses nothing. */
	readonly rules: readonly Located<string>[];
	/** The comment. */
	readonly at: Place;
}

const directive = /edgewise-disable(-next-line|-line)?(?![\w-])([^\n]*)/;

/** What a comment suppresses, if it is about that; `line` is the comment's own, from 0. */
export function readSuppression(
	comment: string,
	at: Place,
	line: number,
): Suppression | undefined {
	const match = directive.exec(comment);
	if (!match) return undefined;
	const [whole, form, rest = ""] = match;
	const names = rest.split(/\s--(?:\s|$)|\*\//)[0] ?? "";
	const namesStart = at.start + match.index + whole.length - rest.length;
	const rules = [...names.matchAll(/[a-z0-9][a-z0-9-]*/g)].map((name) => ({
		value: name[0],
		at: {
			path: at.path,
			start: namesStart + name.index,
			end: namesStart + name.index + name[0].length,
		},
	}));
	return {
		scope: form ? "line" : "rest",
		line: form === "-next-line" ? line + 1 : line,
		rules,
		at,
	};
}

/** Whether it takes back a finding of the rule that begins in that line. */
export function suppresses(
	suppression: Suppression,
	rule: string,
	line: number,
): boolean {
	const covers =
		suppression.scope === "line"
			? line === suppression.line
			: line >= suppression.line;
	return covers && suppression.rules.some(({ value }) => value === rule);
}
