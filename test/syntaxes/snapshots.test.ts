/**
 * Every fixture of this folder has the scopes that stand beside it in a `.snap` file.
 * `UPDATE_SNAPSHOTS=1` writes the files anew: read them before they are committed.
 */

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { filesBelow } from "../corpus.ts";
import { loadGrammar, type Tokenize } from "./grammar.ts";
import { snapshotOf } from "./snapshot.ts";

let tokenize: Tokenize;

before(async () => {
	tokenize = await loadGrammar();
});

for (const path of filesBelow(import.meta.dirname).filter((file) =>
	file.endsWith(".conf"),
)) {
	test(path.slice(import.meta.dirname.length + 1), () => {
		const text = readFileSync(path, "utf8");
		const actual = snapshotOf(text, tokenize(text));
		const snapshot = `${path}.snap`;
		if (process.env.UPDATE_SNAPSHOTS) return writeFileSync(snapshot, actual);
		assert.ok(
			existsSync(snapshot),
			"no snapshot yet: UPDATE_SNAPSHOTS=1 writes one",
		);
		assert.equal(actual, readFileSync(snapshot, "utf8"));
	});
}
