/** Reads `[a-z\\d]`, a class of characters, as PCRE does. */

import {
	all,
	between,
	type Characters,
	classOf,
	except,
	none,
	one,
	posixClass,
} from "./characters.ts";
import type { Mistake } from "./tree.ts";

const hyphen = 45;

export interface ClassRead {
	readonly set: Characters;
	/** Behind the closing bracket, in units of the pattern. */
	readonly end: number;
	readonly mistake: Mistake | undefined;
	/** False where something stands in it that is not looked into. */
	readonly complete: boolean;
}

interface Item {
	readonly set: Characters;
	/** Undefined: it can't be the end of a range. */
	readonly code: number | undefined;
}

/** `start`: where the opening bracket stands. */
export function readClass(
	pattern: string,
	start: number,
	caseless: boolean,
): ClassRead {
	const outside = /^\[(?:[:.=])\^?[a-z]*[:.=]\]/.exec(
		pattern.slice(start),
	)?.[0];
	let at = start + 1;
	let complete = true;
	let mistake: Mistake | undefined;
	const wrong = (message: string, from: number, to: number) => {
		mistake ??= { message, start: from, end: to };
	};
	if (outside !== undefined)
		wrong(
			`${outside} is a class only within another pair of brackets`,
			start,
			start + outside.length,
		);

	const negated = pattern[at] === "^";
	if (negated) at++;
	const first = at;
	let set = none;
	for (; pattern[at] !== "]" || at === first; ) {
		if (at >= pattern.length) {
			wrong('this "[" is not closed', start, start + 1);
			break;
		}
		const from = at;
		const item = readItem();
		set |= item.set;
		if (!/^-[^\]]/.test(pattern.slice(at, at + 2))) continue;
		at++;
		const last = readItem();
		set |= last.set;
		if (item.code === undefined || last.code === undefined) {
			mistake ??= {
				message: `${pattern.slice(from, at)} is no range: a class of characters can't be the end of one`,
				start: from,
				end: at,
				pcre2: true,
			};
			set |= one(hyphen);
			continue;
		}
		if (last.code < item.code)
			wrong(
				`the range ${pattern.slice(from, at)} is in the wrong order`,
				from,
				at,
			);
		set |= between(item.code, last.code);
	}
	if (pattern[at] === "]") at++;
	if (caseless) set |= otherCase(set);
	return { set: negated ? except(set) : set, end: at, mistake, complete };

	function readItem(): Item {
		const unit = pattern[at] ?? "";
		const posix = /^\[:(\^?)([a-z]*):\]/.exec(pattern.slice(at));
		if (posix) {
			const [text, not, name = ""] = posix;
			const known = posixClass(name);
			if (known === undefined)
				wrong(`there is no class [:${name}:]`, at, at + text.length);
			at += text.length;
			const named = known ?? none;
			return { set: not === "" ? named : except(named), code: undefined };
		}
		if (unit !== "\\") {
			at++;
			const code = unit.charCodeAt(0);
			return { set: one(code), code };
		}
		const letter = pattern[at + 1] ?? "";
		at += 2;
		const named = classOf(letter);
		if (named !== undefined) return { set: named, code: undefined };
		if (/[xpPocQE0-9uU]/.test(letter)) {
			complete = false;
			return { set: all, code: undefined };
		}
		const code =
			letter === "b" ? 8 : (controls[letter] ?? (letter.charCodeAt(0) || 0));
		return { set: one(code), code };
	}
}

/** The control characters that have a letter: `\\n`. */
export const controls: Readonly<Record<string, number>> = {
	n: 10,
	r: 13,
	t: 9,
	f: 12,
	e: 27,
	a: 7,
};

function otherCase(set: Characters): Characters {
	const upper = set & between(65, 90);
	const lower = set & between(97, 122);
	return (upper << 32n) | (lower >> 32n);
}
