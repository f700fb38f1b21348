import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
	lineIndex,
	lineText,
	offsetAt,
	positionAt,
} from "../../server/src/text/line-index.ts";

describe("lineIndex", () => {
	const index = lineIndex("ab\r\nc\rd\n\u{1f600}e");

	it("counts lines after LF, CRLF and CR, characters in UTF-16 units", () => {
		assert.deepEqual(positionAt(index, 1), { line: 0, character: 1 });
		assert.deepEqual(positionAt(index, 4), { line: 1, character: 0 });
		assert.deepEqual(positionAt(index, 6), { line: 2, character: 0 });
		assert.deepEqual(positionAt(index, 10), { line: 3, character: 2 });
	});

	it("leads back to each offset", () => {
		for (let offset = 0; offset <= index.text.length; offset++) {
			assert.equal(offsetAt(index, positionAt(index, offset)), offset);
		}
	});

	it("takes a position past the end for the end", () => {
		assert.equal(offsetAt(index, { line: 9, character: 0 }), index.text.length);
	});

	it("gives a line without its line break", () => {
		assert.equal(lineText(index, 0), "ab");
	});
});
