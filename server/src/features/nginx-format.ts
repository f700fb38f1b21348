/** Formatting of an nginx file: the whole, a part, or the block that was just closed. */

import { directiveAt } from "../languages/nginx/directive-at.ts";
import { formatEdits } from "../languages/nginx/format/format.ts";
import type { Indentation } from "../languages/nginx/format/indentation.ts";
import { parseNginx } from "../languages/nginx/parse.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/place.ts";

/** `within`: only lines that it touches. */
export function formatNginx(
	path: string,
	text: string,
	indentation: Indentation,
	within?: Span,
): readonly Edit[] {
	const edits = formatEdits(path, text, indentation);
	if (!within) return edits;
	const from = text.lastIndexOf("\n", within.start - 1) + 1;
	const newline = text.indexOf("\n", Math.max(within.end - 1, within.start));
	const to = newline < 0 ? text.length : newline;
	return edits.filter(({ start, end }) => start >= from && end <= to);
}

/** After a `}` was typed: from the line of its block's head on. */
export function formatClosedBlock(
	path: string,
	text: string,
	behindBrace: number,
	indentation: Indentation,
): readonly Edit[] {
	const brace = behindBrace - 1;
	if (text[brace] !== "}") return [];
	const found = directiveAt(parseNginx(path, text).directives, behindBrace);
	const blocks = found ? [...found.blocks, found.directive] : [];
	const closed = blocks.find(
		({ block, at }) => block && at.end === behindBrace,
	);
	return closed
		? formatNginx(path, text, indentation, {
				start: closed.at.start,
				end: behindBrace,
			})
		: [];
}
