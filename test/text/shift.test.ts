import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shift } from "../../server/src/text/shift.ts";

function shifted(before: string, word: string, after: string): string {
	const start = before.indexOf(word);
	const span = shift({ start, end: start + word.length }, before, after);
	return after.slice(span.start, span.end);
}

describe("shift", () => {
	it("leaves what stands before the change", () => {
		assert.equal(shifted("a bb ccc", "a", "a bb c"), "a");
	});

	it("moves what stands behind the change", () => {
		assert.equal(
			shifted("server a;\nserver b;", "b", "server aaaa;\n\nserver b;"),
			"b",
		);
		assert.equal(
			shifted("server aaaa; server b", "server b", "server; server b"),
			"server b",
		);
	});

	it("stretches over a change inside", () => {
		assert.equal(shifted("port 3000;", "3000", "port 30100;"), "30100");
	});

	it("gives an empty span, in bounds, for what is gone", () => {
		const span = shift({ start: 2, end: 5 }, "ab123cd", "abcd");
		assert.deepEqual(span, { start: 2, end: 2 });
	});
});
