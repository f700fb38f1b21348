/** COPY and ADD to facts. */

import { expand } from "./expand.ts";
import type { Copy, Heredoc } from "./facts.ts";
import type { RawHeredoc } from "./heredoc.ts";
import type { LogicalLine } from "./lines.ts";
import type { Scopes } from "./scopes.ts";
import { wordOf } from "./word.ts";
import { flaggedWords, type RawWord } from "./words.ts";

export function readCopy(
	line: LogicalLine,
	scopes: Scopes,
	report: (message: string) => void,
): readonly Copy[] {
	const { flags, words } = flaggedWords(line.text, line.rest, line.escapeToken);
	const expanded = (raw: RawWord) => wordOf(line, raw, scopes.scope);
	const last = words.at(-1);
	if (!last || words.length < 2) {
		report(`${line.keyword} takes at least a source and a destination.`);
		return [];
	}
	const heredocs = new Set(line.heredocs.map(({ word }) => word));
	const from = flags.find(({ name }) => name === "from");
	return [
		{
			kind: line.keyword === "ADD" ? "add" : "copy",
			sources: words
				.slice(0, -1)
				.filter(({ text }) => !heredocs.has(text))
				.map(expanded),
			heredocs: line.heredocs.map((heredoc) =>
				heredocOf(line, heredoc, scopes),
			),
			destination: expanded(last),
			from: from && expanded(from.value),
			selective: flags.some(({ name }) =>
				["parents", "exclude"].includes(name),
			),
			directory: scopes.directory,
			at: line.at,
		},
	];
}

function heredocOf(
	line: LogicalLine,
	raw: RawHeredoc,
	scopes: Scopes,
): Heredoc {
	const { name, content, at, expanded } = raw;
	const settled = expanded
		? expand(content, line.escapeToken, scopes.scope, true)
		: { text: content, open: [] };
	return { name, content: { ...settled, at }, expanded };
}
