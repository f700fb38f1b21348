/** One thing that can be inserted. */

import type { Span } from "../../text/place.ts";

export interface Completion {
	readonly label: string;
	readonly detail: string;
	readonly kind: "snippet" | "field" | "value" | "target" | "file";
	readonly newText: string;
	/** `newText` is in LSP's snippet syntax. */
	readonly isSnippet: boolean;
	/** Markdown. */
	readonly documentation?: string;
	/** What nginx's documentation says of it: a key of dist/nginx-docs.json, looked up when somebody asks. */
	readonly describedBy?: string;
	/** What it takes the place of: the word that is being typed. */
	readonly replaces: Span;
}
