/** Scopes as text: every line of a file, and below it what each piece of it is. */

import type { ScopedText } from "./grammar.ts";

/** `>` begins a line of the file; `#` and carets mark a piece of it, followed by its scopes, outermost first. */
export function snapshotOf(
	text: string,
	pieces: readonly ScopedText[],
): string {
	const rows: string[] = [];
	const shown = merged(pieces);
	let lineStart = 0;
	for (const line of text.split("\n")) {
		const lineEnd = lineStart + line.length;
		rows.push(`>${line}`);
		for (const { start, end, scopes } of shown) {
			if (start < lineStart || start >= lineEnd || scopes.length === 0)
				continue;
			if (text.slice(start, end).trim() === "") continue;
			rows.push(
				`#${" ".repeat(start - lineStart)}${"^".repeat(end - start)} ${scopes.join(" ")}`,
			);
		}
		lineStart = lineEnd + 1;
	}
	return `${rows.join("\n")}\n`;
}

/** Where rules meet, an engine ends a piece without need. */
function merged(pieces: readonly ScopedText[]): ScopedText[] {
	const result: ScopedText[] = [];
	for (const piece of pieces) {
		const last = result.at(-1);
		if (last?.end === piece.start && last.scopes.join() === piece.scopes.join())
			result.splice(-1, 1, { ...last, end: piece.end });
		else result.push(piece);
	}
	return result;
}
