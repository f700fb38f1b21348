/** Where the simple reader stands in its text. */

import type { Span } from "../../../text/place.ts";

export interface Reader {
	readonly text: string;
	/** The offset to read on from. */
	at: number;
	/** No content is left. */
	ended: boolean;
	/** After `nextContent`: where the line's content begins, and in which column. */
	start: number;
	column: number;
	/** Of nesting. */
	depth: number;
	readonly comments: Span[];
}

/** Thrown where the text is not simple. */
export const notSimple = Symbol("not simple");

export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const hash = 35;

/** From the beginning of a line to the next line with content; comments between are noted. */
export function nextContent(reader: Reader): void {
	const { text } = reader;
	while (reader.at < text.length) {
		const lineStart = reader.at;
		skipSpaces(reader);
		const unit = text.charCodeAt(reader.at);
		if (
			reader.at < text.length &&
			unit !== lineFeed &&
			unit !== carriageReturn &&
			unit !== hash
		) {
			reader.start = reader.at;
			reader.column = reader.at - lineStart;
			// Several documents, directives.
			if (
				reader.column === 0 &&
				/^(?:---|\.\.\.|%)/.test(text.slice(reader.at, reader.at + 3))
			)
				throw notSimple;
			return;
		}
		finishLine(reader);
	}
	reader.ended = true;
}

/** Behind a value only blanks and a comment may follow; ends at the beginning of the next line. */
export function finishLine(reader: Reader): void {
	const { text } = reader;
	const before = reader.at;
	skipSpaces(reader);
	if (text.charCodeAt(reader.at) === hash) {
		// `"a"#b`: no comment.
		if (
			reader.at === before &&
			before > 0 &&
			!isBreakOrSpace(text.charCodeAt(before - 1))
		)
			throw notSimple;
		const end = endOfLine(text, reader.at);
		reader.comments.push({ start: reader.at, end });
		reader.at = end;
	}
	if (reader.at >= text.length) return;
	if (text.charCodeAt(reader.at) === carriageReturn) reader.at++;
	if (text.charCodeAt(reader.at) !== lineFeed) throw notSimple;
	reader.at++;
}

export function skipSpaces(reader: Reader): void {
	while (reader.text.charCodeAt(reader.at) === space) reader.at++;
}

/** Before the line break. */
export function endOfLine(text: string, from: number): number {
	const feed = text.indexOf("\n", from);
	if (feed < 0) return text.length;
	return feed > from && text.charCodeAt(feed - 1) === carriageReturn
		? feed - 1
		: feed;
}

/** Whether the line ends here, but for blanks and a comment. */
export function isAtLineEnd(reader: Reader): boolean {
	const unit = reader.text.charCodeAt(reader.at);
	return (
		reader.at >= reader.text.length ||
		unit === lineFeed ||
		unit === carriageReturn ||
		unit === hash
	);
}

export function isBreakOrSpace(unit: number): boolean {
	return unit === space || unit === lineFeed || unit === carriageReturn;
}
