/** What is in the .vsix: an allow-list, and not too much. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { listFiles } from "@vscode/vsce";
import { files, root } from "./sources.ts";

test("the package holds what is needed at run time, and nothing else", async () => {
	const packed = await listFiles({ cwd: root, packagedDependencies: [] });
	assert.deepEqual(
		packed.sort(),
		[
			...[
				"cli.js",
				"client.js",
				"nginx-docs.json",
				"package.json",
				"server.js",
			].map((name) => `dist/${name}`),
			...files("snippets", ".json"),
			...files("syntaxes", ".json"),
			"CHANGELOG.md",
			"LICENSE",
			"README.md",
			"THIRD-PARTY-NOTICES.md",
			"edgewise.schema.json",
			"icon.png",
			"language-configuration.json",
			"package.json",
		].sort(),
	);
});
