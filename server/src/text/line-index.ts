/** Offsets to lines and back, for one text. Lines end with LF, CRLF or CR, as in LSP. */

export interface Position {
	/** From 0. */
	readonly line: number;
	/** UTF-16 units from the beginning of the line. */
	readonly character: number;
}

export interface LineIndex {
	readonly text: string;
	/** The offset at which each line begins. */
	readonly starts: readonly number[];
}

export function lineIndex(text: string): LineIndex {
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10))
			starts.push(i + 1);
	}
	return { text, starts };
}

export function positionAt(index: LineIndex, offset: number): Position {
	const line = lineAt(index, offset);
	return { line, character: offset - startOfLine(index, line) };
}

/** A position past the end of its line means the line's end; past the last line, the text's end. */
export function offsetAt(index: LineIndex, position: Position): number {
	if (position.line >= index.starts.length) return index.text.length;
	const start = startOfLine(index, position.line);
	const end = index.starts[position.line + 1] ?? index.text.length;
	return Math.min(start + position.character, end);
}

/** The number, from 0, of the line that holds the offset. */
export function lineAt(index: LineIndex, offset: number): number {
	let low = 0;
	let high = index.starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (startOfLine(index, middle) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The line's text without its line break. */
export function lineText(index: LineIndex, line: number): string {
	const end = index.starts[line + 1] ?? index.text.length;
	return index.text
		.slice(startOfLine(index, line), end)
		.replace(/[\r\n]+$/, "");
}

export function startOfLine(index: LineIndex, line: number): number {
	return index.starts[line] ?? index.text.length;
}
