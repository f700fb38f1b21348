import assert from "node:assert/strict";
import { test } from "node:test";
import { createPathIndex } from "../../server/src/session/path-index.ts";

test("finds the owners of a path, as they were set last", () => {
	const index = createPathIndex<string>();
	index.set("a", new Set(["/x", "/y"]));
	index.set("b", new Set(["/y"]));
	assert.deepEqual([...index.of("/y")], ["a", "b"]);
	index.set("a", new Set(["/x", "/z"]));
	assert.deepEqual([...index.of("/y")], ["b"]);
	assert.deepEqual([...index.of("/z")], ["a"]);
	assert.equal(index.size(), 3);
	index.set("b", new Set());
	assert.deepEqual([...index.of("/y")], []);
	assert.equal(index.size(), 2);
});
