/** Heredocs of ADD, COPY and RUN (frontend/dockerfile/parser/parser.go, heredocsFromLine). */

import type { Place } from "../../text/place.ts";
import { nextLine, type Reader } from "./reader.ts";
import { quotedWords } from "./words.ts";

export interface RawHeredoc {
	readonly name: string;
	/** The word in the instruction: `<<EOF`. */
	readonly word: string;
	/** The name is not quoted: variables in the content are replaced. */
	readonly expanded: boolean;
	/** With `<<-` without leading tabs. */
	readonly content: string;
	/** The lines as they stand. */
	readonly at: Place;
}

/** Takes the lines of every heredoc that the instruction `text` opens; one that is not closed takes the rest of the file. */
export function takeHeredocs(
	reader: Reader,
	keyword: string,
	text: string,
	rest: number,
	at: Place,
): RawHeredoc[] {
	if (!["ADD", "COPY", "RUN"].includes(keyword) || !text.includes("<<"))
		return [];
	const heredocs: RawHeredoc[] = [];
	for (const { text: word } of quotedWords(text, rest, reader.escapeToken)) {
		const match = /^\d*<<(-?)([^<]+)$/.exec(word);
		if (!match) continue;
		const [, dash, written = ""] = match;
		const name = written.replace(/["']/g, "");
		const { closed, ...lines } = takeLines(reader, name, dash === "-");
		heredocs.push({ name, word, expanded: name === written, ...lines });
		if (!closed)
			reader.problems.push({
				message: `The heredoc ${name} has no closing line ${name}.`,
				at,
			});
	}
	return heredocs;
}

function takeLines(reader: Reader, name: string, chomp: boolean) {
	const start = reader.offset;
	let end = reader.text.length;
	let closed = false;
	for (let line = nextLine(reader); line; line = nextLine(reader)) {
		const text = chomp ? line.text.replace(/^\t+/, "") : line.text;
		if (text !== name) continue;
		end = line.start;
		closed = true;
		break;
	}
	const lines = reader.text.slice(start, end);
	const content = chomp ? lines.replace(/^\t+/gm, "") : lines;
	return { content, at: reader.place(start, end), closed };
}
