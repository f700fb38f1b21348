/** The same suite with the packaged extension installed. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { runSuite } from "./run.ts";

test("the packaged extension in VS Code", async (t) => {
	const vsix = resolve(
		import.meta.dirname,
		`../../dist/${manifest.name}-${manifest.version}.vsix`,
	);
	assert.ok(existsSync(vsix), `npm run package makes ${vsix}`);
	await runSuite(t, { name: "packaged", vsix });
});
