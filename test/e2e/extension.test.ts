/** The suite in a real VS Code, with the extension as it was built. */

import { test } from "node:test";
import { runSuite } from "./run.ts";

test("the extension in VS Code", (t) => runSuite(t, { name: "extension" }));
