/**
 * Templates as the official image renders them: envsubst with the names of all environment
 * variables that exist (20-envsubst-on-templates.sh; semantics 54).
 */

import type { Span } from "../../text/place.ts";

export interface Rendered {
	readonly text: string;
	/** The part of the template that a part of the rendered text comes from; of a substituted value, the whole `${NAME}`. */
	toSource(span: Span): Span;
}

/** Puts values in for `$NAME` and `${NAME}`; names that the map lacks stay as they are, and so does `${NAME:-default}`. */
export function render(
	template: string,
	variables: ReadonlyMap<string, string>,
): Rendered {
	const pieces: Piece[] = [];
	let text = "";
	let behind = 0;
	const add = (
		written: string,
		start: number,
		end: number,
		literal: boolean,
	) => {
		if (start === end) return;
		pieces.push({
			from: text.length,
			to: text.length + written.length,
			start,
			end,
			literal,
		});
		text += written;
	};
	for (const match of template.matchAll(
		/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
	)) {
		const value = variables.get(match[1] ?? match[2] ?? "");
		if (value === undefined) continue;
		add(template.slice(behind, match.index), behind, match.index, true);
		behind = match.index + match[0].length;
		add(value, match.index, behind, false);
	}
	add(template.slice(behind), behind, template.length, true);
	return {
		text,
		toSource: ({ start, end }) => {
			const first = sourceStart(pieces, start, template.length);
			return {
				start: first,
				end: Math.max(first, end > start ? sourceEnd(pieces, end) : first),
			};
		},
	};
}

/** The template's names, with their places: what a value is asked for. */
export function templateVariables(
	template: string,
): readonly (Span & { readonly name: string })[] {
	return [...template.matchAll(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)].map(
		(match) => ({
			name: match[1] ?? match[2] ?? "",
			start: match.index,
			end: match.index + match[0].length,
		}),
	);
}

/** `from` to `to` of the rendered text come from `start` to `end` of the template. */
interface Piece extends Span {
	readonly from: number;
	readonly to: number;
	readonly literal: boolean;
}

/** Of a unit that begins at the offset. */
function sourceStart(
	pieces: readonly Piece[],
	offset: number,
	last: number,
): number {
	const piece = pieces[firstIndex(pieces, ({ to }) => to > offset)];
	if (!piece) return last;
	return piece.literal ? piece.start + offset - piece.from : piece.start;
}

/** Of a unit that ends at the offset. */
function sourceEnd(pieces: readonly Piece[], offset: number): number {
	const piece = pieces[firstIndex(pieces, ({ to }) => to >= offset)];
	if (!piece) return 0;
	return piece.literal ? piece.start + offset - piece.from : piece.end;
}

/** The pieces lie in order, so that what holds for one holds for all behind it. */
function firstIndex(
	pieces: readonly Piece[],
	holds: (piece: Piece) => boolean,
): number {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const piece = pieces[middle];
		if (piece && holds(piece)) high = middle;
		else low = middle + 1;
	}
	return low;
}
