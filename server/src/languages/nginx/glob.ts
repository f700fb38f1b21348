/** File name patterns of `include`: glob(3) of the C library, as nginx calls it (no braces, no `**`). */

/** Whether nginx treats the name as a pattern (ngx_conf_include: strpbrk "*?["). */
export function isGlob(pattern: string): boolean {
	return /[*?[]/.test(pattern);
}

/** Whether a path, or a name, matches; `*`, `?` and `[…]` match neither `/` nor a dot at the beginning of a name. */
export function matchGlob(pattern: string, path: string): boolean {
	const patterns = pattern.split("/");
	const names = path.split("/");
	return (
		patterns.length === names.length &&
		patterns.every((part, index) => matchName(part, names[index] ?? ""))
	);
}

/** Goes back to the last star only: linear in pattern × name. */
function matchName(pattern: string, name: string): boolean {
	if (name.startsWith(".") && !/^\\?\./.test(pattern)) return false;
	let at = 0;
	let in_ = 0;
	let star: { readonly pattern: number; name: number } | undefined;
	while (in_ < name.length) {
		if (pattern[at] === "*") {
			star = { pattern: ++at, name: in_ };
			continue;
		}
		const next = matchUnit(pattern, at, name[in_] ?? "");
		if (next !== undefined) {
			at = next;
			in_++;
		} else if (star) {
			at = star.pattern;
			in_ = ++star.name;
		} else return false;
	}
	while (pattern[at] === "*") at++;
	return at === pattern.length;
}

/** The offset behind the part of the pattern that matches one unit. */
function matchUnit(
	pattern: string,
	at: number,
	unit: string,
): number | undefined {
	const first = pattern[at];
	if (first === undefined) return undefined;
	if (first === "?") return at + 1;
	if (first === "[") {
		const set = readSet(pattern, at);
		if (set) return set.matches(unit) ? set.end : undefined;
	}
	if (first === "\\" && at + 1 < pattern.length)
		return pattern[at + 1] === unit ? at + 2 : undefined;
	return first === unit ? at + 1 : undefined;
}

/** `[abc]`, `[a-z]`, `[!abc]`, `[[:digit:]]`; a `]` that stands first is a member. Undefined where it is not closed. */
function readSet(
	pattern: string,
	start: number,
): { readonly end: number; matches(unit: string): boolean } | undefined {
	const negated = pattern[start + 1] === "!" || pattern[start + 1] === "^";
	const first = start + (negated ? 2 : 1);
	const tests: ((unit: string) => boolean)[] = [];
	let at = first;
	while (at < pattern.length) {
		if (pattern[at] === "]" && at > first)
			return {
				end: at + 1,
				matches: (unit) => tests.some((test) => test(unit)) !== negated,
			};
		const named = /^\[:(\w+):\]/.exec(pattern.slice(at, at + 16));
		const members = named && classes[named[1] ?? ""];
		if (named && members) {
			tests.push((unit) => members.test(unit));
			at += named[0].length;
			continue;
		}
		if (pattern[at] === "\\" && at + 1 < pattern.length) at++;
		const low = pattern[at] ?? "";
		const isRange =
			pattern[at + 1] === "-" &&
			at + 2 < pattern.length &&
			pattern[at + 2] !== "]";
		const high = isRange ? (pattern[at + 2] ?? "") : low;
		tests.push((unit) => low <= unit && unit <= high);
		at += isRange ? 3 : 1;
	}
	return undefined;
}

const classes: Readonly<Record<string, RegExp>> = {
	alnum: /[A-Za-z0-9]/,
	alpha: /[A-Za-z]/,
	digit: /[0-9]/,
	lower: /[a-z]/,
	upper: /[A-Z]/,
	xdigit: /[0-9A-Fa-f]/,
	punct: /[!-/:-@[-`{-~]/,
	space: /\s/,
};
