/** A server that dies takes its findings along: what nobody caught is logged, and it goes on. */

import type { Connection } from "vscode-languageserver";

export function survive(connection: Connection): void {
	const log = (error: unknown) =>
		connection.console.error(
			`Uncaught: ${error instanceof Error ? error.stack : error}`,
		);
	process.on("uncaughtException", log);
	process.on("unhandledRejection", log);
}
