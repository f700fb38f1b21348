/** The documents that the client has open, by path: clients write one file's URI in several ways, and get it back in theirs. */

import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathOf, uriOf } from "./uri.ts";

export interface OpenDocuments {
	at(path: string): TextDocument | undefined;
	/** As the client writes it, where it has the document open. */
	uriOf(path: string): string;
}

/** Listens on the connection; documents that are no files (`git:`, `untitled:`) are left out. */
export function openDocuments(
	connection: Connection,
	on: {
		/** Opened, or edited. */
		readonly changed: (path: string, text: string) => void;
		readonly closed: (path: string) => void;
	},
): OpenDocuments {
	const documents = new TextDocuments(TextDocument);
	const open = new Map<string, TextDocument>();
	documents.onDidChangeContent(({ document }) => {
		const path = pathOf(document.uri);
		if (path === undefined) return;
		open.set(path, document);
		on.changed(path, document.getText());
	});
	documents.onDidClose(({ document }) => {
		const path = pathOf(document.uri);
		if (path === undefined) return;
		open.delete(path);
		on.closed(path);
	});
	documents.listen(connection);
	return {
		at: (path) => open.get(path),
		uriOf: (path) => open.get(path)?.uri ?? uriOf(path),
	};
}
