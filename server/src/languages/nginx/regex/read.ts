/**
 * Reads a regular expression without ever running it. What PCRE refuses is said only where it is
 * certain; what this reader does not know makes the result incomplete.
 */

import { oncePerText } from "../../../collections/once-per-text.ts";
import {
	type Characters,
	classOf,
	except,
	newline,
	one,
} from "./characters.ts";
import { controls, readClass } from "./class.ts";
import { readGroupHead } from "./group-head.ts";
import type { Branch, Mistake, Node, Regex } from "./tree.ts";

/** Deeper groups than anybody writes. */
const mostDepth = 100;

const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/;
const counted = /^\{\d+,?\d*\}/;
const nothingToRepeat = (sign: string) =>
	`nothing stands before this "${sign}" that it could repeat`;

export function readRegex(pattern: string, isCaseless = false): Regex {
	return isCaseless ? caseless(pattern) : exact(pattern);
}

const exact = oncePerText((pattern) => read(pattern, false));
const caseless = oncePerText((pattern) => read(pattern, true));

function read(pattern: string, isCaseless: boolean): Regex {
	const flag = pattern.startsWith("(?i)") ? 4 : 0;
	const caseless = isCaseless || flag > 0;
	let at = flag;
	let captures = 0;
	let complete = true;
	let mistake: Mistake | undefined;
	const names = new Set<string>();
	const references: { number: number; start: number; end: number }[] = [];
	const wrong = (message: string, start: number, end: number) => {
		mistake ??= { message, start, end };
	};

	const branches = readBranches(0);
	if (at < pattern.length) wrong('this ")" closes no group', at, at + 1);
	for (const { number, start, end } of references)
		if (number > captures) wrong(`there is no group ${number}`, start, end);
	return { branches, mistake, captures, complete };

	function readBranches(depth: number): readonly Branch[] {
		const found: Node[][] = [[]];
		while (at < pattern.length && pattern[at] !== ")") {
			if (pattern[at] === "|") {
				at++;
				found.push([]);
				continue;
			}
			const branch = found.at(-1);
			const node = readNode(depth);
			if (node) branch?.push(readRepeat(node));
		}
		return found;
	}

	function readNode(depth: number): Node | undefined {
		const start = at;
		const unit = pattern[at] ?? "";
		switch (unit) {
			case "(":
				return readGroup(depth);
			case "[":
				return readCharacterClass();
			case "\\":
				return readEscape();
			case "^":
				at++;
				return { kind: "begin", start, end: at };
			case "$":
				at++;
				return { kind: "end", start, end: at };
			case ".":
				at++;
				return characters(except(newline), start);
			case "*":
			case "+":
			case "?":
				at++;
				wrong(nothingToRepeat(unit), start, at);
				return undefined;
			default:
				at++;
				if (counted.test(pattern.slice(start, start + 16)))
					wrong(nothingToRepeat(unit), start, at);
				return characters(codes(unit), start, unit);
		}
	}

	function codes(unit: string): Characters {
		const set = one(unit.charCodeAt(0));
		if (!caseless || unit.toLowerCase() === unit.toUpperCase()) return set;
		return (
			one(unit.toLowerCase().charCodeAt(0)) |
			one(unit.toUpperCase().charCodeAt(0))
		);
	}

	function characters(set: Characters, start: number, literal?: string): Node {
		return { kind: "characters", set, literal, start, end: at };
	}

	function readRepeat(node: Node): Node {
		const [text, first, comma, last] =
			quantifier.exec(pattern.slice(at, at + 16)) ?? [];
		if (text === undefined) return node;
		const start = at;
		if (/^(?:begin|end|word boundary)$/.test(node.kind))
			wrong(nothingToRepeat(text), start, start + text.length);
		at += text.length;
		const min = first === undefined ? (text === "+" ? 1 : 0) : Number(first);
		const max =
			first === undefined
				? text === "?"
					? 1
					: Infinity
				: comma === ""
					? min
					: last === ""
						? Infinity
						: Number(last);
		if (max < min)
			wrong(`the numbers of ${text} are in the wrong order`, start, at);
		if (min > 65535 || (max !== Infinity && max > 65535))
			wrong(`the number of ${text} is above 65535`, start, at);
		const behind = pattern[at];
		const possessive = behind === "+";
		if (possessive || behind === "?") at++;
		const repeat: Node = {
			kind: "repeat",
			of: node,
			min,
			max,
			possessive,
			start: node.start,
			end: at,
		};
		const again = quantifier.exec(pattern.slice(at, at + 16))?.[0];
		if (again !== undefined) {
			wrong(
				`"${again}" repeats what is repeated already`,
				at,
				at + again.length,
			);
			at += again.length;
		}
		return repeat;
	}

	function readGroup(depth: number): Node | undefined {
		const start = at;
		const head = readGroupHead(pattern, at);
		at = head.end;
		complete &&= head.complete;
		if (head.mistake) wrong(head.mistake, start, at);
		if (head.kind === "no group") return undefined;
		if (head.kind === "call") {
			references.push({ number: head.number, start, end: at });
			return { kind: "other", start, end: at };
		}
		const capture = head.captures ? ++captures : undefined;
		const { name } = head;
		if (name !== undefined) {
			if (names.has(name))
				wrong(`two groups have the name "${name}"`, start, at);
			names.add(name);
		}
		if (depth > mostDepth) {
			complete = false;
			at = pattern.length;
			return undefined;
		}
		const branches = readBranches(depth + 1);
		if (pattern[at] === ")") at++;
		else wrong('this "(" is not closed', start, start + 1);
		return {
			kind: "group",
			capture,
			name,
			looks: head.looks,
			branches,
			start,
			end: at,
		};
	}

	function readCharacterClass(): Node {
		const start = at;
		const read = readClass(pattern, at, caseless);
		at = read.end;
		complete &&= read.complete;
		mistake ??= read.mistake;
		return characters(read.set, start);
	}

	function readEscape(): Node {
		const start = at;
		const letter = pattern[at + 1];
		if (letter === undefined) {
			wrong('the pattern ends with a "\\"', at, at + 1);
			at++;
			return { kind: "other", start, end: at };
		}
		at += 2;
		const set = classOf(letter);
		if (set !== undefined) return characters(set, start);
		if (/[1-9]/.test(letter)) {
			const digits = /^\d*/.exec(pattern.slice(at))?.[0] ?? "";
			if (digits === "")
				references.push({ number: Number(letter), start, end: at });
			else {
				at += digits.length;
				complete = false;
			}
			return { kind: "other", start, end: at };
		}
		if (letter === "Q") {
			const close = pattern.indexOf("\\E", at);
			at = close < 0 ? pattern.length : close + 2;
			complete = false;
			return { kind: "other", start, end: at };
		}
		if (/[bB]/.test(letter)) return { kind: "word boundary", start, end: at };
		if (/[AzZGKRXEpPgkoxcCuUL0]/.test(letter)) {
			complete = false;
			return { kind: "other", start, end: at };
		}
		const control = controls[letter];
		if (control === undefined && /[a-zA-Z]/.test(letter))
			mistake ??= {
				message: `there is no escape \\${letter}`,
				start,
				end: at,
				pcre2: true,
			};
		if (control !== undefined) return characters(one(control), start);
		return characters(codes(letter), start, letter);
	}
}
