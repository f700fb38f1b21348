import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
	basename,
	dirname,
	isWithin,
	relative,
	resolve,
} from "../../server/src/text/path.ts";

describe("paths", () => {
	it("resolve settles dots, keeps absolute paths, and does not leave the root", () => {
		assert.equal(resolve("/a/b", "../c/./d/"), "/a/c/d");
		assert.equal(resolve("/a", "/b//c"), "/b/c");
		assert.equal(resolve("/a", "../../.."), "/");
	});

	it("dirname and basename split at the last slash", () => {
		assert.equal(dirname("/a/b"), "/a");
		assert.equal(dirname("/a"), "/");
		assert.equal(basename("/a/b.conf"), "b.conf");
	});

	it("isWithin counts whole names", () => {
		assert.ok(isWithin("/a", "/a/b"));
		assert.ok(isWithin("/", "/a"));
		assert.ok(!isWithin("/a", "/ab"));
	});

	it("relative climbs where it must", () => {
		assert.equal(relative("/a/b", "/a/c/d"), "../c/d");
		assert.equal(relative("/a", "/a/b"), "b");
	});
});
