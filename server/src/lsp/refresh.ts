/** Tells the client that hints and lenses may be others now: an edit in one file changes those of another. */

import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.ts";

/** While somebody types, once for all that changed meanwhile; in milliseconds. */
const pause = 400;

export function createRefresh(
	connection: Connection,
	client: Client,
): () => void {
	let waiting: NodeJS.Timeout | undefined;
	const tell = () => {
		waiting = undefined;
		const { languages } = connection;
		// A client that is about to end answers no more.
		if (client.refreshesHints) languages.inlayHint.refresh().catch(() => {});
		if (client.refreshesLenses)
			connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
	};
	return () => {
		if (!client.refreshesHints && !client.refreshesLenses) return;
		if (waiting !== undefined) return;
		waiting = setTimeout(tell, pause);
		waiting.unref();
	};
}
