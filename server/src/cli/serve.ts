/** `edgewise server --stdio`: the language server, for other editors. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { survive } from "../lsp/survive.ts";
import { startServer } from "../server.ts";
import { UsageError } from "./usage-error.ts";

export async function serve(args: readonly string[]): Promise<number> {
	if (args.length !== 1 || args[0] !== "--stdio")
		throw new UsageError("edgewise server needs --stdio");
	const connection = createConnection(
		ProposedFeatures.all,
		process.stdin,
		process.stdout,
	);
	survive(connection);
	startServer(connection);
	// Ends with the connection: `exit` ends the process.
	return new Promise(() => {});
}
