/** Takes places of an older text over into the present one, while the present one can't be parsed. */

import type { Span } from "./place.ts";

/**
 * Where a span of `before` stands in `after`, taking the change as one replaced stretch. A span
 * that the change touches is stretched or cut to what is left of it, possibly to nothing.
 */
export function shift(span: Span, before: string, after: string): Span {
	const { start, oldEnd, delta } = change(before, after);
	const move = (offset: number) =>
		offset <= start
			? offset
			: Math.max(start, offset >= oldEnd ? offset + delta : start);
	return {
		start: move(span.start),
		end: Math.max(move(span.start), move(span.end)),
	};
}

function change(
	before: string,
	after: string,
): { start: number; oldEnd: number; delta: number } {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (
		start < shorter &&
		before.charCodeAt(start) === after.charCodeAt(start)
	)
		start++;
	let tail = 0;
	while (
		tail < shorter - start &&
		before.charCodeAt(before.length - 1 - tail) ===
			after.charCodeAt(after.length - 1 - tail)
	)
		tail++;
	return {
		start,
		oldEnd: before.length - tail,
		delta: after.length - before.length,
	};
}
