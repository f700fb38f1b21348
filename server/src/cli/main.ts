/** The command line's process. */

import { run } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// The bundle is CommonJS, which knows no await at its top level.
void run(process.argv.slice(2), processTerminal()).then((code) => {
	process.exitCode = code;
});
