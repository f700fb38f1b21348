/** Completions to LSP's items. */

import {
	type CompletionItem,
	CompletionItemKind,
	InsertTextFormat,
} from "vscode-languageserver";
import type { Completion } from "../features/completion/completion.ts";
import { rangeOf } from "./texts.ts";

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	snippet: CompletionItemKind.Snippet,
	field: CompletionItemKind.Field,
	value: CompletionItemKind.Value,
	target: CompletionItemKind.Reference,
	file: CompletionItemKind.File,
};

/** `index`: its place in the list, which the client would sort by label. */
export function toCompletionItem(
	completion: Completion,
	index: number,
	text: string,
): CompletionItem {
	const { label, detail, kind, newText, isSnippet, documentation, replaces } =
		completion;
	return {
		label,
		detail,
		kind: kinds[kind],
		sortText: `${index}`.padStart(3, "0"),
		filterText: newText,
		...(isSnippet
			? { insertTextFormat: InsertTextFormat.Snippet, filterText: label }
			: {}),
		...(documentation === undefined
			? {}
			: { documentation: { kind: "markdown", value: documentation } }),
		textEdit: { range: rangeOf(text, replaces), newText },
	};
}
