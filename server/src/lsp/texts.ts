/** Places to LSP's ranges: the texts of a project's files, with their lines. */

import type { Range } from "vscode-languageserver";
import { type LineIndex, lineIndex, positionAt } from "../text/line-index.ts";
import type { Span } from "../text/place.ts";

/** In the order of their last use. */
const indexes = new Map<string, LineIndex>();

/** How many texts' lines are kept; a check of a project asks for the same few again and again. */
const most = 64;

export function rangeOf(text: string, { start, end }: Span): Range {
	const index = indexOf(text);
	return { start: positionAt(index, start), end: positionAt(index, end) };
}

function indexOf(text: string): LineIndex {
	const index = indexes.get(text) ?? lineIndex(text);
	indexes.delete(text);
	indexes.set(text, index);
	const [oldest] = indexes.keys();
	if (indexes.size > most && oldest !== undefined) indexes.delete(oldest);
	return index;
}
