/** Gets what the host needs, once, before test files that need it run side by side. */

import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { installHost } from "./host/install.ts";
import { isElectron } from "./run.ts";

await (isElectron ? downloadAndUnzipVSCode() : installHost());
