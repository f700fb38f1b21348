/** Takes comment marks away from a run of comment lines. */

import { type Edit, replace } from "./edit.ts";
import type { Place } from "./place.ts";

/**
 * The edits that turn the first run of neighbouring `#` comment lines whose texts the caller
 * wants into text; the blank that many put after the mark goes with it. Undefined: none is wanted.
 */
export function uncomment(
	text: string,
	comments: readonly Place[],
	wanted: (lines: readonly string[]) => boolean,
): readonly Edit[] | undefined {
	const run = runs(text, comments).find((places) =>
		wanted(
			places.map((at) => text.slice(at.start, at.end).replace(/^# ?/, "")),
		),
	);
	return run?.map((at) => {
		const mark = text.startsWith("# ", at.start) ? 2 : 1;
		return replace(
			{ path: at.path, start: at.start, end: at.start + mark },
			"",
		);
	});
}

function runs(text: string, comments: readonly Place[]): Place[][] {
	const result: Place[][] = [];
	for (const comment of comments) {
		const last = result.at(-1)?.at(-1);
		const adjacent =
			last && /^\r?\n[ \t]*$/.test(text.slice(last.end, comment.start));
		if (adjacent) result.at(-1)?.push(comment);
		else result.push([comment]);
	}
	return result;
}
