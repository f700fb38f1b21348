/** One edit that leads from a text to another: what several steps, each counted in the text before it, come to. */

import type { Edit } from "./edit.ts";

/** Undefined where they are equal. The edit covers whole lines. */
export function difference(
	path: string,
	before: string,
	after: string,
): Edit | undefined {
	if (before === after) return undefined;
	let start = 0;
	while (start < before.length && before[start] === after[start]) start++;
	start = before.lastIndexOf("\n", start - 1) + 1;
	let tail = 0;
	const most = Math.min(before.length, after.length) - start;
	while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	// Not into the middle of a line.
	const end = before.indexOf("\n", before.length - tail);
	const kept = end < 0 ? 0 : before.length - end;
	const same = Math.min(kept, tail);
	return {
		path,
		start,
		end: before.length - same,
		newText: after.slice(start, after.length - same),
	};
}
