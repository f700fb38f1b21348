/**
 * What can be read off a regular expression about the paths that it matches: how they begin, how
 * they end. It is read, never run. What is not understood is "unknown", or gives no reading at all.
 */

import { oncePerText } from "../../../collections/once-per-text.ts";
import { except, newline } from "../regex/characters.ts";
import { readRegex } from "../regex/read.ts";
import type { Node, Branch as RegexBranch } from "../regex/tree.ts";

/** A letter of the path itself; `.*`; `.+`; or something that is not read further. */
export type Token =
	| { readonly kind: "char"; readonly char: string }
	| { readonly kind: "any" | "some" | "one" | "unknown" };

/** One of the alternatives, with the choices inside of it made. */
export interface Branch {
	/** `^` in front, `$` behind. */
	readonly start: boolean;
	readonly end: boolean;
	readonly tokens: readonly Token[];
}

export interface PathRegex {
	readonly caseless: boolean;
	readonly branches: readonly Branch[];
}

/** More alternatives are not told apart. */
const mostBranches = 64;

export function readPathRegex(
	pattern: string,
	caseless: boolean,
): PathRegex | undefined {
	return (caseless ? withoutCase : withCase)(pattern).regex;
}

const withCase = oncePerText((pattern) => ({ regex: read(pattern, false) }));
const withoutCase = oncePerText((pattern) => ({ regex: read(pattern, true) }));

function read(pattern: string, caseless: boolean): PathRegex | undefined {
	const flag = pattern.startsWith("(?i)");
	const regex = readRegex(pattern);
	if (!regex.complete || regex.mistake) return undefined;
	const branches = alternatives(regex.branches);
	return branches && { caseless: caseless || flag, branches };
}

function alternatives(
	branches: readonly RegexBranch[],
): readonly Branch[] | undefined {
	const all: Branch[] = [];
	for (const branch of branches) {
		let found: readonly Branch[] | undefined = [empty];
		for (const node of branch) {
			const next = piece(node);
			found = next && join(found, next);
			if (!found) return undefined;
		}
		all.push(...found);
		if (all.length > mostBranches) return undefined;
	}
	return all;
}

const empty: Branch = { start: false, end: false, tokens: [] };
const unknown: readonly Branch[] = [of({ kind: "unknown" })];

function of(...tokens: readonly Token[]): Branch {
	return { ...empty, tokens };
}

/** One of each; undefined where an anchor stands in the middle. */
function join(
	before: readonly Branch[],
	behind: readonly Branch[],
): readonly Branch[] | undefined {
	if (before.length * behind.length > mostBranches) return undefined;
	const found: Branch[] = [];
	for (const one of before)
		for (const other of behind) {
			if (other.start && (one.start || one.tokens.length > 0)) return undefined;
			if (one.end && (other.end || other.tokens.length > 0)) return undefined;
			found.push({
				start: one.start || other.start,
				end: one.end || other.end,
				tokens: [...one.tokens, ...other.tokens],
			});
		}
	return found;
}

function piece(node: Node): readonly Branch[] | undefined {
	switch (node.kind) {
		case "begin":
			return [{ ...empty, start: true }];
		case "end":
			return [{ ...empty, end: true }];
		case "characters":
			return [of(token(node))];
		case "group":
			return node.looks ? unknown : alternatives(node.branches);
		case "repeat": {
			// `(^/a)*` may be nowhere.
			if (!isDot(node.of) || node.possessive || node.max !== Infinity)
				return unknown;
			if (node.min > 1) return unknown;
			return [of({ kind: node.min === 0 ? "any" : "some" })];
		}
		case "word boundary":
		case "other":
			return unknown;
	}
}

function token(node: Extract<Node, { kind: "characters" }>): Token {
	if (node.literal !== undefined) return { kind: "char", char: node.literal };
	if (isDot(node)) return { kind: "one" };
	const { set } = node;
	if (set === 0n || (set & (set - 1n)) !== 0n) return { kind: "unknown" };
	return {
		kind: "char",
		char: String.fromCharCode(set.toString(2).length - 1),
	};
}

function isDot(node: Node): boolean {
	return (
		node.kind === "characters" &&
		node.literal === undefined &&
		node.set === except(newline)
	);
}
