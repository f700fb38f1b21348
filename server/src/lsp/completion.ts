/** Completions to LSP's items. */

import {
	type CompletionItem,
	CompletionItemKind,
	InsertTextFormat,
} from "vscode-languageserver";
import type { Completion } from "../features/completion/item.ts";
import { documentation } from "./documentation.ts";
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
	const { describedBy } = completion;
	return {
		label,
		detail,
		kind: kinds[kind],
		sortText: `${index}`.padStart(3, "0"),
		filterText: newText,
		...(isSnippet
			? { insertTextFormat: InsertTextFormat.Snippet, filterText: label }
			: {}),
		...(describedBy === undefined ? {} : { data: { describedBy } }),
		...(documentation === undefined
			? {}
			: { documentation: { kind: "markdown", value: documentation } }),
		textEdit: { range: rangeOf(text, replaces), newText },
	};
}

/** Adds what nginx's documentation says, when the client shows the item. */
export async function resolveCompletion(
	item: CompletionItem,
): Promise<CompletionItem> {
	const key: unknown = item.data?.describedBy;
	if (typeof key !== "string" || item.documentation) return item;
	const value = await documentation(key);
	return value === undefined
		? item
		: { ...item, documentation: { kind: "markdown", value } };
}
