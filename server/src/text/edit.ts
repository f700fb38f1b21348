/** Changes to texts, as plain data: what a fix returns and what editor and command line apply. */

import type { Place } from "./place.ts";

/** Replaces the text at a place. Where `create` is set the file does not exist yet and the place is its beginning. */
export interface Edit extends Place {
	readonly newText: string;
	readonly create?: true;
}

export function replace(at: Place, newText: string): Edit {
	return { path: at.path, start: at.start, end: at.end, newText };
}

export function insert(path: string, offset: number, newText: string): Edit {
	return { path, start: offset, end: offset, newText };
}

/** The text after the edits, which all belong to it and do not overlap; insertions at one offset keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
	let result = "";
	let at = 0;
	for (const edit of ordered) {
		result += text.slice(at, edit.start) + edit.newText;
		at = edit.end;
	}
	return result + text.slice(at);
}

/** Whether two edits of one file touch the same text, so that only one of them can be applied. */
export function overlaps(a: Edit, b: Edit): boolean {
	if (a.path !== b.path) return false;
	if (a.start === b.start && a.end === b.end) return true;
	return a.start < b.end && b.start < a.end;
}
