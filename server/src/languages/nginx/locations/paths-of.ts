/** Which paths the regular expressions of locations match, as far as it can be read: whether one takes all of another's, and whether they can meet. */

import { oncePer } from "../../../collections/once-per.ts";
import { oncePerText } from "../../../collections/once-per-text.ts";
import type { Branch, PathRegex, Token } from "./path-regex.ts";

/** The paths that begin with it, as a prefix location takes them. */
export const pathsFrom = oncePerText(
	(prefix): PathRegex => ({
		caseless: false,
		branches: [{ start: true, end: false, tokens: chars(prefix) }],
	}),
);

/** Surely: every path that `inner` matches is matched by `outer`. */
export function covers(outer: PathRegex, inner: PathRegex): boolean {
	return inner.branches.every((branch) =>
		outer.branches.some((one) => branchCovers(one, branch, outer, inner)),
	);
}

/** Surely: every path that it matches begins with the prefix. */
export function liesUnder(regex: PathRegex, prefix: string): boolean {
	return covers(pathsFrom(prefix), regex);
}

/** False only where no path that begins with the prefix can match. */
export function mayMatchUnder(
	regex: PathRegex | undefined,
	prefix: string,
): boolean {
	return headsAgree(regex, prefix, true);
}

/** False only where the path can't match. */
export function mayMatch(regex: PathRegex | undefined, path: string): boolean {
	return headsAgree(regex, path, false);
}

/** False only where no path can match both, for they begin or end differently. */
export function mayMeet(
	one: PathRegex | undefined,
	other: PathRegex | undefined,
): boolean {
	if (!one || !other) return true;
	const fold = folding(one.caseless || other.caseless);
	return one.branches.some((a) =>
		other.branches.some((b) => {
			const [begin, otherBegin] = [
				fold(headOf(a) ?? ""),
				fold(headOf(b) ?? ""),
			];
			const [end, otherEnd] = [fold(tailOf(a) ?? ""), fold(tailOf(b) ?? "")];
			return (
				(begin.startsWith(otherBegin) || otherBegin.startsWith(begin)) &&
				(end.endsWith(otherEnd) || otherEnd.endsWith(end))
			);
		}),
	);
}

/** `isPrefix`: the path may go on. */
function headsAgree(
	regex: PathRegex | undefined,
	path: string,
	isPrefix: boolean,
): boolean {
	if (!regex) return true;
	const fold = folding(regex.caseless);
	const whole = fold(path);
	return regex.branches.some((branch) => {
		const head = fold(headOf(branch) ?? "");
		if (!isPrefix) {
			const tail = fold(tailOf(branch) ?? "");
			return whole.startsWith(head) && whole.endsWith(tail);
		}
		return whole.startsWith(head) || head.startsWith(whole);
	});
}

function branchCovers(
	outer: Branch,
	inner: Branch,
	{ caseless }: PathRegex,
	{ caseless: innerCaseless }: PathRegex,
): boolean {
	const { takesAll, literal: known } = shapeOf(outer);
	if (takesAll) return true;
	if (!known) return false;
	// What differs in case matches only one of them.
	if (innerCaseless && !caseless && /[a-z]/i.test(known.text)) return false;
	const fold = folding(caseless);
	const text = fold(known.text);
	const head = headOf(inner);
	const tail = tailOf(inner);
	const isWhole = inner.start && inner.end && inner.tokens.every(isChar);
	if (known.start && known.end)
		return isWhole && head !== undefined && fold(head) === text;
	if (known.start) return head !== undefined && fold(head).startsWith(text);
	if (known.end) return tail !== undefined && fold(tail).endsWith(text);
	return runsOf(inner).some((run) => fold(run).includes(text));
}

/** Every path begins with a slash (ngx_http_parse_request_line). */
function matchesAll({ start, end, tokens }: Branch): boolean {
	const [first, ...others] = tokens;
	const isSlash = first?.kind === "char" && first.char === "/";
	// What stands behind the slash, if the slash itself can be the path's first.
	const rest = isSlash && (start || !end) ? others : tokens;
	const some = rest.filter(({ kind }) => kind !== "any");
	if (some.length === 0) return !end || rest.length > 0;
	// At least one letter: there is the slash.
	const [one] = some;
	return (
		!isSlash &&
		some.length === 1 &&
		(one?.kind === "some" || (one?.kind === "one" && !end))
	);
}

interface Literal {
	readonly text: string;
	readonly start: boolean;
	readonly end: boolean;
}

interface Shape {
	readonly takesAll: boolean;
	readonly literal: Literal | undefined;
}

const shapeOf = oncePer(
	(branch: Branch): Shape => ({
		takesAll: matchesAll(branch),
		literal: readLiteral(branch),
	}),
);

/** Of a branch that is one text, fixed at its begin or its end or at neither. */
function readLiteral(branch: Branch): Literal | undefined {
	const tokens = [...branch.tokens];
	let { start, end } = branch;
	while (tokens.at(-1)?.kind === "any") {
		tokens.pop();
		end = false;
	}
	while (tokens[0]?.kind === "any") {
		tokens.shift();
		start = false;
	}
	return tokens.length > 0 && tokens.every(isChar)
		? { text: textOf(tokens), start, end }
		: undefined;
}

/** The text with which every match begins at the path's begin. */
function headOf({ start, tokens }: Branch): string | undefined {
	if (!start) return undefined;
	const end = tokens.findIndex((token) => !isChar(token));
	return textOf(tokens.slice(0, end === -1 ? tokens.length : end));
}

/** The text with which every match ends at the path's end. */
function tailOf({ end, tokens }: Branch): string | undefined {
	if (!end) return undefined;
	const last = tokens.findLastIndex((token) => !isChar(token));
	return textOf(tokens.slice(last + 1));
}

function runsOf({ tokens }: Branch): readonly string[] {
	const runs = [""];
	for (const token of tokens) {
		if (token.kind === "char") runs.push((runs.pop() ?? "") + token.char);
		else runs.push("");
	}
	return runs;
}

function isChar(token: Token): token is Extract<Token, { kind: "char" }> {
	return token.kind === "char";
}

function textOf(tokens: readonly Token[]): string {
	return tokens.map((token) => (isChar(token) ? token.char : "")).join("");
}

function chars(text: string): readonly Token[] {
	return [...text].map((char) => ({ kind: "char", char }));
}

function folding(caseless: boolean): (text: string) => string {
	return caseless ? (text) => text.toLowerCase() : (text) => text;
}
