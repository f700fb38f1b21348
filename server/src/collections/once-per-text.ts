/** What is found out about a text once: configurations say the same words in many places, and their next versions say them again. */

const most = 2000;

/** Longer ones are seldom seen twice. */
const longest = 10_000;

/** `find`, answered from memory for the texts of late: its answer may depend on the text alone. */
export function oncePerText<Found>(
	find: (text: string) => Found,
): (text: string) => Found {
	const found = new Map<string, Found>();
	return (text) => {
		const before = found.get(text);
		if (before !== undefined) return before;
		if (text.length > longest) return find(text);
		const own = detached(text);
		const value = find(own);
		if (found.size >= most) found.clear();
		found.set(own, value);
		return value;
	};
}

/** A copy: of a part that was cut from a text V8 keeps the whole. */
export function detached(text: string): string {
	return ` ${text}`.slice(1);
}
