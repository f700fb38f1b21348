/** The server's process: over IPC where the editor starts it, else over stdio. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./server.ts";

const connection = createConnection(ProposedFeatures.all);
process.on("uncaughtException", (error) =>
	connection.console.error(`${error.stack}`),
);
process.on("unhandledRejection", (error) =>
	connection.console.error(`${error}`),
);
startServer(connection);
