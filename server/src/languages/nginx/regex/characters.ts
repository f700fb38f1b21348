/** Sets of bytes, as a regular expression without UTF sees them: bit N is byte N. */

export type Characters = bigint;

export const none: Characters = 0n;
export const all: Characters = (1n << 256n) - 1n;

export function one(code: number): Characters {
	return code < 256 ? 1n << BigInt(code) : all;
}

/** Both ends included. */
export function between(first: number, last: number): Characters {
	const from = BigInt(Math.min(first, 256));
	const to = BigInt(Math.min(last, 255));
	return to < from ? none : ((1n << (to - from + 1n)) - 1n) << from;
}

export function except(set: Characters): Characters {
	return all & ~set;
}

export function has(set: Characters, code: number): boolean {
	return (set & one(code)) !== none;
}

export function overlap(a: Characters, b: Characters): boolean {
	return (a & b) !== none;
}

export const newline = one(10);

const digit = between(48, 57);
const word = digit | between(65, 90) | between(97, 122) | one(95);
const space = between(9, 13) | one(32);
const horizontal = one(9) | one(32) | one(160);

/** `\d`, `\W` and the like; undefined: no such class. */
export function classOf(letter: string): Characters | undefined {
	switch (letter) {
		case "d":
			return digit;
		case "D":
			return except(digit);
		case "w":
			return word;
		case "W":
			return except(word);
		case "s":
			return space;
		case "S":
			return except(space);
		case "h":
			return horizontal;
		case "H":
			return except(horizontal);
		case "v":
			return between(10, 13) | one(133);
		case "V":
			return except(between(10, 13) | one(133));
		case "N":
			return except(newline);
		default:
			return undefined;
	}
}

/** `[:alpha:]`; undefined: PCRE knows none of that name. */
export function posixClass(name: string): Characters | undefined {
	const letters = between(65, 90) | between(97, 122);
	const known: Readonly<Record<string, Characters>> = {
		alpha: letters,
		lower: between(97, 122),
		upper: between(65, 90),
		alnum: letters | digit,
		ascii: between(0, 127),
		blank: one(9) | one(32),
		cntrl: between(0, 31) | one(127),
		digit,
		graph: between(33, 126),
		print: between(32, 126),
		punct: between(33, 126) & except(letters | digit),
		space,
		word,
		xdigit: digit | between(65, 70) | between(97, 102),
	};
	return Object.hasOwn(known, name) ? known[name] : undefined;
}
