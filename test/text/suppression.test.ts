import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
	readSuppression,
	suppresses,
} from "../../server/src/text/suppression.ts";

function read(comment: string, line = 4) {
	return readSuppression(
		comment,
		{ path: "/a", start: 100, end: 100 + comment.length },
		line,
	);
}

describe("readSuppression", () => {
	it("is undefined for other comments", () => {
		assert.equal(read("# edgewise is good"), undefined);
	});

	it("reads rules and leaves the reason out", () => {
		const found = read("# edgewise-disable-next-line a-b, c -- d, e");
		assert.deepEqual(
			found?.rules.map(({ value }) => value),
			["a-b", "c"],
		);
		assert.equal(found?.line, 5);
	});

	it("places each rule's name", () => {
		const comment = "// edgewise-disable-line some-rule";
		const [rule] = read(comment)?.rules ?? [];
		assert.equal(
			comment.slice((rule?.at.start ?? 0) - 100, (rule?.at.end ?? 0) - 100),
			"some-rule",
		);
	});

	it("covers its line, the next, or the rest", () => {
		const next = read("# edgewise-disable-next-line a");
		const own = read("# edgewise-disable-line a");
		const rest = read("# edgewise-disable a");
		assert.ok(next && own && rest);
		assert.deepEqual(
			[3, 4, 5, 6].map((line) => suppresses(next, "a", line)),
			[false, false, true, false],
		);
		assert.deepEqual(
			[3, 4, 5, 6].map((line) => suppresses(own, "a", line)),
			[false, true, false, false],
		);
		assert.deepEqual(
			[3, 4, 5, 6].map((line) => suppresses(rest, "a", line)),
			[false, true, true, true],
		);
		assert.ok(!suppresses(rest, "b", 5));
	});

	it("names no rule where none is written", () => {
		assert.deepEqual(read("# edgewise-disable-line -- because")?.rules, []);
	});
});
