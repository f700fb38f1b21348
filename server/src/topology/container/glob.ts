/** Patterns of COPY sources and .dockerignore, as Go's filepath.Match has them, and `**` for any number of folders. */

/** Whether a COPY source is a pattern. */
export function isPattern(source: string): boolean {
	return /[*?[]/.test(source);
}

/** Whether the segments of a path match those of a pattern; `**` matches any number of segments. Time at most pattern × path. */
export function matchSegments(
	pattern: readonly string[],
	path: readonly string[],
): boolean {
	let reached = new Set([0]);
	// The first i segments of the path can be matched by the first j of the pattern, for each j in `reached`.
	const skipStars = (from: Set<number>) => {
		for (const j of from) if (pattern[j] === "**") from.add(j + 1);
		return from;
	};
	reached = skipStars(reached);
	for (const segment of path) {
		const next = new Set<number>();
		for (const j of reached) {
			const part = pattern[j];
			if (part === undefined) continue;
			if (part === "**") next.add(j);
			else if (matchName(part, segment)) next.add(j + 1);
		}
		reached = skipStars(next);
	}
	return reached.has(pattern.length);
}

/** `*`, `?`, `[a-z]`, `[^a]` and `\` within one segment; a dot at the beginning is nothing special. */
export function matchName(pattern: string, name: string): boolean {
	let at = 0;
	let within = 0;
	let star: { readonly pattern: number; name: number } | undefined;
	while (within < name.length) {
		if (pattern[at] === "*") {
			star = { pattern: ++at, name: within };
			continue;
		}
		const next = matchUnit(pattern, at, name[within] as string);
		if (next !== undefined) {
			at = next;
			within++;
		} else if (star) {
			at = star.pattern;
			within = ++star.name;
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
	if (first === "\\" && at + 1 < pattern.length)
		return pattern[at + 1] === unit ? at + 2 : undefined;
	if (first !== "[") return first === unit ? at + 1 : undefined;
	const close = pattern.indexOf("]", at + 2);
	if (close < 0) return undefined;
	const negated = pattern[at + 1] === "^" || pattern[at + 1] === "!";
	let member = false;
	for (let i = at + (negated ? 2 : 1); i < close; i++) {
		const low = pattern[i] as string;
		const ranged = pattern[i + 1] === "-" && i + 2 < close;
		const high = ranged ? (pattern[i + 2] as string) : low;
		if (low <= unit && unit <= high) member = true;
		if (ranged) i += 2;
	}
	return member === negated ? undefined : close + 1;
}
