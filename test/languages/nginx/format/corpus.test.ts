/** Formatting never changes what nginx reads: other people's files, whole and damaged. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { formatEdits } from "../../../../server/src/languages/nginx/format/format.ts";
import { tokensOf } from "../../../../server/src/languages/nginx/format/tokens.ts";
import { applyEdits } from "../../../../server/src/text/edit.ts";
import { corpus, filesBelow } from "../../../corpus.ts";

const styles = [
	{ size: 4, tabs: false },
	{ size: 2, tabs: false },
	{ size: 8, tabs: true },
];

for (const name of ["corpus/nginx-real", "corpus/nginx-h5bp", "corpus/stacks"])
	test(`the words of ${name} stay as they are`, (t) => {
		const folder = corpus(name);
		if (!folder) return t.diagnostic("not on this machine");
		let formatted = 0;
		for (const path of filesBelow(folder)) {
			// Bytes, as nginx reads them: some are no UTF-8.
			const text = readFileSync(path, "latin1");
			if (/\.(ya?ml|[cm]?js|json|md|txt)$/.test(path)) continue;
			for (const style of styles) {
				const after = check(path, text, style);
				if (after !== text) formatted++;
			}
		}
		assert.ok(formatted > 0, "some files change");
	});

test("so do those of damaged files", (t) => {
	const folder = corpus("corpus/nginx-real");
	if (!folder) return t.diagnostic("not on this machine");
	const random = generator(7);
	for (const path of filesBelow(folder)) {
		const text = readFileSync(path, "latin1");
		for (let i = 0; i < 5; i++) {
			const at = Math.floor(random() * text.length);
			const without = 1 + Math.floor(random() * 3);
			check(path, text.slice(0, at) + text.slice(at + without), {
				size: 4,
				tabs: false,
			});
		}
	}
});

function check(
	path: string,
	text: string,
	style: { size: number; tabs: boolean },
): string {
	const after = applyEdits(text, formatEdits(path, text, style));
	assert.deepEqual(words(after), words(text), path);
	assert.deepEqual(formatEdits(path, after, style), [], `${path}, again`);
	return after;
}

function words(text: string): readonly string[] {
	return tokensOf(text).map(
		({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
	);
}

/** The same numbers in each run (mulberry32). */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
	};
}
