/** What an nginx file folds to, and what a selection grows to. */

import { allStatements } from "../languages/nginx/statements.ts";
import type { Directive, NginxTree } from "../languages/nginx/tree.ts";
import { contains, type Span } from "../text/place.ts";

export interface Fold extends Span {
	readonly kind: "block" | "comment" | "region";
}

/** Blocks, Lua, runs of comments that stand alone, `#region` to `#endregion`. */
export function foldsOf(
	{ directives, comments }: NginxTree,
	text: string,
): readonly Fold[] {
	const folds: Fold[] = allStatements(directives).flatMap(
		({ directive: { at, block } }) =>
			block ? [{ kind: "block" as const, start: at.start, end: at.end }] : [],
	);
	const regions: number[] = [];
	let run: { start: number; end: number } | undefined;
	for (const { at } of comments) {
		const words = text.slice(at.start, at.end);
		if (/^#\s*region\b/.test(words)) regions.push(at.start);
		const start = /^#\s*endregion\b/.test(words) ? regions.pop() : undefined;
		if (start !== undefined) folds.push({ kind: "region", start, end: at.end });
		const alone =
			/\n?[ \t]*$/.test(
				text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start),
			) &&
			text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start).trim() ===
				"";
		if (!alone) continue;
		if (run && /^\r?\n[ \t]*$/.test(text.slice(run.end, at.start)))
			run.end = at.end;
		else {
			if (run) folds.push({ kind: "comment", ...run });
			run = { start: at.start, end: at.end };
		}
	}
	if (run) folds.push({ kind: "comment", ...run });
	return folds.filter(({ start, end }) =>
		text.slice(start, end).includes("\n"),
	);
}

/** From the innermost to the whole file: word, arguments, statement, the inside of its block, the block, and so on. */
export function selectionsAt(
	{ directives }: NginxTree,
	text: string,
	offset: number,
): readonly Span[] {
	const spans: Span[] = [{ start: 0, end: text.length }];
	let level: readonly Directive[] = directives;
	for (;;) {
		const found = level.find(({ at }) => contains(at, offset));
		if (!found) break;
		const { name, args, at, block } = found;
		spans.push({ start: at.start, end: at.end });
		if (block && contains(block.at, offset)) {
			spans.push({ start: block.at.start, end: block.at.end });
			const inner = trimmed(text, block.at);
			if (contains(inner, offset)) spans.push(inner);
			if (block.kind !== "directives") break;
			level = block.directives;
			continue;
		}
		const [first] = args;
		const last = args.at(-1);
		if (first && last && offset >= first.at.start && offset <= last.at.end)
			spans.push({ start: first.at.start, end: last.at.end });
		const word = [name, ...args].find((each) => contains(each.at, offset));
		if (word) {
			spans.push({ start: word.at.start, end: word.at.end });
			if (word.quote)
				spans.push({ start: word.at.start + 1, end: word.at.end - 1 });
			const part = partAt(text, word.at, offset);
			if (part) spans.push(part);
		}
		break;
	}
	return spans
		.filter(
			(span, index) =>
				index === 0 ||
				span.start !== spans[index - 1]?.start ||
				span.end !== spans[index - 1]?.end,
		)
		.reverse();
}

function trimmed(text: string, { start, end }: Span): Span {
	const inside = text.slice(start, end);
	return {
		start: start + inside.length - inside.trimStart().length,
		end: end - (inside.length - inside.trimEnd().length),
	};
}

/** A name, number or variable inside of a longer word. */
function partAt(
	text: string,
	{ start, end }: Span,
	offset: number,
): Span | undefined {
	for (const { 0: part, index } of text
		.slice(start, end)
		.matchAll(/\$?[\w-]+/g)) {
		const span = { start: start + index, end: start + index + part.length };
		if (contains(span, offset)) return span;
	}
	return undefined;
}
