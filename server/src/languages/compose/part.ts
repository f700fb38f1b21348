/** Parts of a scalar's text, and where they stand. */

import type { Place } from "../../text/place.ts";
import type { YamlScalar } from "./yaml.ts";

/**
 * The place of a part of a scalar's text. Where a variable or an escape shifts what follows,
 * a part whose neighbours stand as written is still found; else it is the whole scalar.
 */
export function partOf(scalar: YamlScalar, start: number, end: number): Place {
	const { at, text } = scalar;
	const written = scalar.written ?? text;
	const quotes = at.end - at.start - written.length;
	if (quotes !== 0 && quotes !== 2) return at;
	const from = at.start + quotes / 2;
	const fromEnd = from + written.length - text.length;
	const [before, part, after] = [
		text.slice(0, start),
		text.slice(start, end),
		text.slice(end),
	];
	if (written.startsWith(before + part))
		return { path: at.path, start: from + start, end: from + end };
	if (written.endsWith(part + after))
		return { path: at.path, start: fromEnd + start, end: fromEnd + end };
	if (written.startsWith(before) && written.endsWith(after))
		return { path: at.path, start: from + start, end: fromEnd + end };
	return at;
}
