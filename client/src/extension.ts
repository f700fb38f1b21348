/** The extension's entry: starts the client and puts commands, pages and status beside it. */

import type { ExtensionContext } from "vscode";
import { createClient } from "./client.ts";
import { registerCommands } from "./commands.ts";
import { registerPages } from "./pages.ts";
import { registerStatus } from "./status.ts";

export async function activate(context: ExtensionContext): Promise<void> {
	const client = createClient(context);
	context.subscriptions.push(
		client,
		registerCommands(client),
		registerPages(),
		registerStatus(client),
	);
	await client.start();
}
