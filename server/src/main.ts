/** The server's process: over IPC where the editor starts it, else over stdio. */

import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { survive } from "./lsp/survive.ts";
import { startServer } from "./server.ts";

/*
 * Of what a keystroke computes nothing outlives the next one. V8 sees what stays that long and
 * soon makes such objects in its old space at once, where they stay until a full collection, and
 * all that they point to with them: young collections then take four times as long.
 */
setFlagsFromString("--no-allocation-site-pretenuring");

const connection = createConnection(ProposedFeatures.all);
survive(connection);
startServer(connection);
