/** Where an author has put words of neighbouring lines under each other. */

import { columnsIn, type Indentation } from "./indentation.ts";
import type { Placed } from "./tokens.ts";

interface Line {
	/** The columns at which something stands behind white space, counted from the beginning of the statement's first line. */
	readonly columns: Set<number>;
	readonly depth: number;
	/** The columns of its white space, and of the statement's first line. */
	readonly margin: number;
	readonly base: number;
	readonly start: number;
}

/** The starts of the tokens whose lines are left as they are spaced. */
export function alignedTokens(
	text: string,
	tokens: readonly Placed[],
	indentation: Indentation,
): ReadonlySet<number> {
	const lines: Line[] = [];
	const owner: (number | undefined)[] = [];
	let open: Line | undefined;
	let base = 0;
	let end = 0;
	for (const [index, token] of tokens.entries()) {
		const gap = text.slice(end, token.start);
		end = token.end;
		if (!open || gap.includes("\n")) {
			const white = gap.slice(gap.lastIndexOf("\n") + 1);
			const margin = columnsIn(white, indentation);
			const goesOn = token.statement !== index;
			if (!goesOn) base = margin;
			open = {
				columns: new Set(),
				depth: token.depth,
				margin,
				base,
				start: token.start,
			};
			// A comment alone parts nothing.
			if (token.kind !== "comment" && token.kind !== "end") lines.push(open);
			if (goesOn && margin > base) open.columns.add(margin - base);
		} else if (gap !== "" && token.kind !== "comment") {
			open.columns.add(token.start - open.start + open.margin - open.base);
		}
		owner.push(lines.length - 1);
	}
	const kept = lines.map((line, index) =>
		[lines[index - 1], lines[index + 1]].some(
			(other) => other?.depth === line.depth && share(line, other),
		),
	);
	return new Set(
		tokens.flatMap(({ start }, index) =>
			kept[owner[index] ?? -1] ? start : [],
		),
	);
}

function share({ columns }: Line, other: Line): boolean {
	return [...columns].some((column) => other.columns.has(column));
}
