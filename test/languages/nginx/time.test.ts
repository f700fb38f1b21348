import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { milliseconds } from "../../../server/src/languages/nginx/time.ts";

describe("a time", () => {
	const read = {
		"60": 60_000,
		"60s": 60_000,
		"1m30s": 90_000,
		"1h 5": 3_605_000,
		"500ms": 500,
		"1M": 2_592_000_000,
	};
	for (const [text, time] of Object.entries(read))
		it(`reads ${text}`, () => assert.equal(milliseconds(text), time));

	for (const text of ["", "s", "$timeout", "-1", "60x", `${"1".repeat(5000)}x`])
		it(`reads no time in ${text.slice(0, 10)}`, () =>
			assert.equal(milliseconds(text), undefined));
});
