/** What the server asks the client to tell it, where the client takes such wishes. */

import {
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
} from "vscode-languageserver";
import type { Client } from "./client.ts";

export async function register(
	connection: Connection,
	client: Client,
): Promise<void> {
	await Promise.all([
		client.registersConfiguration &&
			connection.client.register(DidChangeConfigurationNotification.type, {
				section: ["edgewise", "files.exclude"],
			}),
		// All of them: an include, an env_file or a mount may name any file, and folders come and go too.
		client.registersWatchers &&
			connection.client.register(DidChangeWatchedFilesNotification.type, {
				watchers: [{ globPattern: "**/*" }],
			}),
	]);
}
