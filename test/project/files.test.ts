/** How files look: small, headed, and no test left out. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { files, read, root } from "./sources.ts";

/** Where one idea needs more than 300 lines, and why. */
const long: Readonly<Record<string, string>> = {
	"server/src/languages/pm2/schema.ts": "a table: one entry for each field",
	"server/src/languages/nginx/catalog/data.ts":
		"written by a script: one line for each directive",
	"server/src/rules/registry.ts": "a list: two lines for each rule",
};

const most = 300;

const sources = [...files("server/src", ".ts"), ...files("client/src", ".ts")];
const tests = files("test", ".ts");

test("no source file is long without a reason", () => {
	const tooLong = sources.filter(
		(path) => read(path).split("\n").length - 1 > most && !long[path],
	);
	assert.deepEqual(tooLong, []);
});

test("every source file says why it exists", () => {
	const silent = sources
		// A rule's page says it.
		.filter((path) => !existsSync(join(root, path.replace(/ts$/, "md"))))
		.filter((path) => !/^(?:#![^\n]*\n\n)?\/\*\*/.test(read(path)));
	assert.deepEqual(silent, []);
});

test("no test is left out", () => {
	const out =
		/\b(?:test|it|describe|suite|t)\.(?:skip|todo|only)\b|\b(?:skip|todo|only): (?:true|"|')/;
	const wrong = tests.filter((path) =>
		out.test(read(path).replaceAll(out.source, "")),
	);
	assert.deepEqual(wrong, []);
});

test("every test file is found by the runner", () => {
	const lost = tests.filter(
		(path) =>
			/from "node:test"/.test(read(path)) &&
			/^(?:test|describe|suite)\(/m.test(read(path)) &&
			!path.endsWith(".test.ts"),
	);
	assert.deepEqual(lost, []);
});
