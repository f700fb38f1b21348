/** The server's process: over IPC where the editor starts it, else over stdio. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { survive } from "./lsp/survive.ts";
import { startServer } from "./server.ts";

const connection = createConnection(ProposedFeatures.all);
survive(connection);
startServer(connection);
