/** The extension's entry: starts the client and puts commands, pages and status beside it. */

import type { ExtensionContext } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createClient } from "./client.ts";
import { registerCommands } from "./commands.ts";
import { registerPages } from "./pages.ts";
import { registerStatus } from "./status.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
	client = createClient(context);
	const pages = registerPages();
	context.subscriptions.push(
		pages,
		registerCommands(client, pages),
		registerStatus(client),
	);
	await client.start();
}

/** VS Code waits for it, as it does not for what is merely disposed of. */
export function deactivate(): Promise<void> | undefined {
	return client?.dispose();
}
