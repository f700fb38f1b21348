/** Places to LSP's ranges: the texts of a project's files, with their lines. */

import type { Range } from "vscode-languageserver";
import { type LineIndex, lineIndex, positionAt } from "../text/line-index.ts";
import type { Span } from "../text/place.ts";

const indexes = new Map<string, LineIndex>();

/** How many texts' lines are kept; a check of a project asks for the same few again and again. */
const most = 64;

export function indexOf(text: string): LineIndex {
	const known = indexes.get(text);
	if (known) return known;
	if (indexes.size >= most) indexes.clear();
	const index = lineIndex(text);
	indexes.set(text, index);
	return index;
}

export function rangeOf(text: string, { start, end }: Span): Range {
	const index = indexOf(text);
	return { start: positionAt(index, start), end: positionAt(index, end) };
}
