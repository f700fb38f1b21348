/** The commands of the palette. */

import { commands, Disposable, window } from "vscode";
import type {
	LanguageClient,
	Location,
	Position,
} from "vscode-languageclient/node";
import {
	type ExplainUpstreamParams,
	explainUpstreamRequest,
	showReferencesCommand,
} from "../../server/src/protocol.ts";
import type { Pages } from "./pages.ts";

export function registerCommands(
	client: LanguageClient,
	pages: Pages,
): Disposable {
	const { registerCommand } = commands;
	return Disposable.from(
		registerCommand("edgewise.restart", () =>
			// One that gave up can't be stopped.
			client.isRunning() ? client.restart() : client.start(),
		),
		registerCommand("edgewise.showOutput", () => client.outputChannel.show()),
		registerCommand("edgewise.explainUpstream", () =>
			explainUpstream(client, pages),
		),
		registerCommand(
			showReferencesCommand,
			(uri: string, position: Position, locations: readonly Location[]) => {
				const { protocol2CodeConverter: code } = client;
				return commands.executeCommand(
					"editor.action.showReferences",
					code.asUri(uri),
					code.asPosition(position),
					locations.map((location) => code.asLocation(location)),
				);
			},
		),
	);
}

/** Says what the address at the cursor reaches; where there is none, how to ask. */
async function explainUpstream(
	client: LanguageClient,
	pages: Pages,
): Promise<void> {
	const editor = window.activeTextEditor;
	const explanation =
		editor &&
		(await client.sendRequest<string | null>(explainUpstreamRequest, {
			uri: client.code2ProtocolConverter.asUri(editor.document.uri),
			position: editor.selection.active,
		} satisfies ExplainUpstreamParams));
	if (explanation) await pages.explain(explanation);
	else
		await window.showInformationMessage(
			"Put the cursor on an address that nginx sends to: in a server line of an upstream, or behind proxy_pass.",
		);
}
