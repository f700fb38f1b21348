/** The commands of the palette. */

import { commands, Disposable, MarkdownString, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
	type ExplainUpstreamParams,
	explainUpstreamRequest,
} from "../../server/src/protocol.ts";
import { showMarkdown } from "./pages.ts";

export function registerCommands(client: LanguageClient): Disposable {
	return Disposable.from(
		commands.registerCommand("edgewise.restart", () => client.restart()),
		commands.registerCommand("edgewise.showOutput", () =>
			client.outputChannel.show(),
		),
		commands.registerCommand("edgewise.explainUpstream", () =>
			explainUpstream(client),
		),
	);
}

/** Says what the address at the cursor reaches; without one, how to ask. */
async function explainUpstream(client: LanguageClient): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor) return;
	const { document, selection } = editor;
	const params: ExplainUpstreamParams = {
		uri: document.uri.toString(),
		position: selection.active,
	};
	const explanation = await client.sendRequest<string | null>(
		explainUpstreamRequest,
		params,
	);
	if (explanation === null) {
		void window.showInformationMessage(
			"Put the cursor on an address that nginx sends to: in a server line of an upstream, or behind proxy_pass.",
		);
		return;
	}
	await showMarkdown("upstream", new MarkdownString(explanation).value);
}
