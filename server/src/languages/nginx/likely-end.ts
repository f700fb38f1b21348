/** Where a text that lacks its quotes most likely ends: on its line, before what ends the statement. */

/** The end of the text of a statement whose line ends with `;` or `; }`; undefined where it doesn't. */
export function endBeforeSemicolon(
	text: string,
	start: number,
): number | undefined {
	const line = restOfLine(text, start);
	const statement = /;\s*\}$/.test(line) ? line.slice(0, -1).trimEnd() : line;
	return statement.endsWith(";")
		? start + statement.slice(0, -1).trimEnd().length
		: undefined;
}

/** The end of a text behind an open quote, before a block, a `;` or the end of the line. */
export function endOfQuoted(text: string, start: number): number {
	const line = restOfLine(text, start);
	const block = line.search(/\s\{(?=\s|$)/);
	if (block > 0) return start + line.slice(0, block).trimEnd().length;
	const bare = line.endsWith("{") ? line.slice(0, -1).trimEnd() : line;
	return endBeforeSemicolon(text, start) ?? start + bare.length;
}

/** No farther than nginx reads a word. */
function restOfLine(text: string, start: number): string {
	const part = text.slice(start, start + 4096);
	const lf = part.indexOf("\n");
	return (lf === -1 ? part : part.slice(0, lf)).trimEnd();
}
