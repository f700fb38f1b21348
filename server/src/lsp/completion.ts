/** Completions to LSP's items. */

import {
	type CompletionItem,
	CompletionItemKind,
	InsertTextFormat,
} from "vscode-languageserver";
import type { Completion } from "../features/completion.ts";
import { rangeOf } from "./texts.ts";

export function toCompletionItem(
	{ label, detail, snippet, replaces }: Completion,
	text: string,
): CompletionItem {
	return {
		label,
		detail,
		kind: CompletionItemKind.Snippet,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: { range: rangeOf(text, replaces), newText: snippet },
	};
}
