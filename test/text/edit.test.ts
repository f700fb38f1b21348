import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { difference } from "../../server/src/text/difference.ts";
import {
	applyEdits,
	insert,
	overlaps,
	replace,
} from "../../server/src/text/edit.ts";

const path = "/a";

describe("applyEdits", () => {
	it("applies edits in any order, insertions at one offset in theirs", () => {
		const edits = [
			replace({ path, start: 4, end: 5 }, "E"),
			insert(path, 0, "1"),
			insert(path, 0, "2"),
		];
		assert.equal(applyEdits("abcde", edits), "12abcdE");
	});
});

describe("overlaps", () => {
	it("is about the same text of the same file", () => {
		const edit = replace({ path, start: 2, end: 4 }, "");
		assert.ok(overlaps(edit, replace({ path, start: 3, end: 9 }, "")));
		assert.ok(!overlaps(edit, replace({ path, start: 4, end: 9 }, "")));
		assert.ok(!overlaps(edit, replace({ path: "/b", start: 2, end: 4 }, "")));
	});
});

describe("difference", () => {
	const cases: readonly (readonly [string, string])[] = [
		["a\nb\nc\n", "a\nB\nc\n"],
		["a\nb\nc\n", "a\nc\n"],
		["a\n", "a\nb\n"],
		["aaaa\naaaa\n", "aaaa\n"],
		["", "a"],
		["a", ""],
		["no newline", "no new line"],
		["a\nb", "a\nb\nc"],
	];
	for (const [before, after] of cases) {
		it(`leads from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
			const edit = difference(path, before, after);
			assert.ok(edit);
			assert.equal(applyEdits(before, [edit]), after);
		});
	}

	it("is nothing between equal texts", () => {
		assert.equal(difference(path, "a", "a"), undefined);
	});
});
