/** Physical lines of a Dockerfile, one after the other; only LF ends a line. */

import type { Place } from "../../text/place.ts";
import type { DockerfileProblem } from "./facts.ts";

export interface Reader {
	readonly text: string;
	readonly comments: Place[];
	readonly problems: DockerfileProblem[];
	/** The place of a part of `text`. */
	place(start: number, end: number): Place;
	/** `\`, or the backtick where a directive says so. */
	escapeToken: string;
	/** Where the next line begins. */
	offset: number;
}

export interface PhysicalLine {
	readonly start: number;
	/** Without the line break. */
	readonly end: number;
	readonly text: string;
}

export function readerOf(text: string, place: Reader["place"]): Reader {
	return {
		text,
		place,
		comments: [],
		problems: [],
		escapeToken: "\\",
		offset: text.startsWith("\uFEFF") ? 1 : 0,
	};
}

export function nextLine(reader: Reader): PhysicalLine | undefined {
	const { text, offset: start } = reader;
	if (start >= text.length) return undefined;
	const feed = text.indexOf("\n", start);
	reader.offset = feed < 0 ? text.length : feed + 1;
	let end = feed < 0 ? text.length : feed;
	while (end > start && text[end - 1] === "\r") end--;
	return { start, end, text: text.slice(start, end) };
}

export function noteComment(reader: Reader, line: PhysicalLine): void {
	const start = line.start + line.text.length - line.text.trimStart().length;
	reader.comments.push(reader.place(start, line.end));
}

export function isBlank(line: PhysicalLine): boolean {
	return line.text.trim() === "";
}

export function isComment(line: PhysicalLine): boolean {
	return line.text.trimStart().startsWith("#");
}
