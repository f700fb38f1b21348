/** What every answer to the client needs: what it can take, and how it names and counts its documents. */

import type { Client } from "./client.ts";

export interface Context {
	readonly client: Client;
	/** The text that places count in; undefined where it isn't known. */
	readonly textOf: (path: string) => string | undefined;
	/** As the client writes it, where it has the document open. */
	readonly uriOf: (path: string) => string;
	/** Undefined where the document is not open. */
	readonly versionOf: (path: string) => number | undefined;
}
