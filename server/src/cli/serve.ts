/** `edgewise server --stdio`: the language server, for other editors. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../server.ts";
import { UsageError } from "./usage-error.ts";

export async function serve(args: readonly string[]): Promise<number> {
	if (args.length !== 1 || args[0] !== "--stdio")
		throw new UsageError("edgewise server needs --stdio");
	startServer(
		createConnection(ProposedFeatures.all, process.stdin, process.stdout),
	);
	// Ends with the connection: `exit` ends the process.
	return new Promise(() => {});
}
