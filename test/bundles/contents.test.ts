/** What is inside the bundles, by esbuild's own account. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { test } from "node:test";

interface Output {
	readonly imports: readonly {
		readonly path: string;
		readonly external?: boolean;
	}[];
	readonly inputs: Readonly<Record<string, unknown>>;
}

const metafile: { readonly outputs: Readonly<Record<string, Output>> } =
	JSON.parse(
		await readFile(
			new URL("../../dist/metafile.json", import.meta.url),
			"utf8",
		),
	);

function needs(bundle: string): readonly string[] {
	const output = metafile.outputs[`dist/${bundle}`];
	assert.ok(output, `dist/${bundle} is built`);
	const paths = output.imports.map(({ path }) => path.replace(/^node:/, ""));
	return [...new Set(paths)].filter((path) => !builtinModules.includes(path));
}

test("server and command line need nothing but Node", () => {
	assert.deepEqual(needs("server.js"), []);
	assert.deepEqual(needs("cli.js"), []);
});

test("the client needs VS Code alone, and takes nothing of the server but the protocol", () => {
	assert.deepEqual(needs("client.js"), ["vscode"]);
	const own = Object.keys(metafile.outputs["dist/client.js"]?.inputs ?? {});
	assert.deepEqual(
		own.filter((path) => path.startsWith("server/")),
		["server/src/protocol.ts"],
	);
});
