/**
 * Where something stands. Every fact, finding and edit carries a place, so that whoever
 * holds the fact can point at its text without asking anyone else.
 */

/** A half-open range of UTF-16 offsets, counted from 0 at the beginning of one text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * A span in a file. `path` is absolute, with forward slashes, as in the path of a file URI
 * without its escapes: `/srv/app/nginx.conf`, `/c:/app/nginx.conf`.
 */
export interface Place extends Span {
	readonly path: string;
}

/** A value and the place where somebody would change it. */
export interface Located<T> {
	readonly value: T;
	readonly at: Place;
}

export function contains(span: Span, offset: number): boolean {
	return span.start <= offset && offset <= span.end;
}

/** The place that begins with one and ends with the other; both stand in the same file. */
export function between(first: Place, last: Place): Place {
	return { path: first.path, start: first.start, end: last.end };
}

/** Both begin at one place: of a file that is included twice the same statement is there twice. */
export function samePlace(
	one: Pick<Place, "path" | "start">,
	other: Pick<Place, "path" | "start">,
): boolean {
	return one.path === other.path && one.start === other.start;
}
