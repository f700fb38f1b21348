/** The grammar sees a comment, a quote, a `;` and a brace exactly where nginx sees one. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { before, test } from "node:test";
import { corpus, filesBelow } from "../corpus.ts";
import { loadGrammar, type Tokenize } from "./grammar.ts";
import { colouredAs, readByNginx } from "./landmarks.ts";
import { luaBlock, random, statements } from "./random-text.ts";

let tokenize: Tokenize;

before(async () => {
	tokenize = await loadGrammar();
});

for (const name of ["corpus/nginx-real", "corpus/nginx-h5bp", "conformance"]) {
	test(`in every text of ${name}`, (t) => {
		const directory = corpus(name);
		if (!directory) return t.diagnostic(`${name} is not on this machine`);
		const texts = filesBelow(directory).flatMap(textsOf);
		assert.ok(texts.length > 10, `only ${texts.length} texts`);
		let compared = 0;
		for (const [path, text] of texts) compared += agrees(text, path);
		t.diagnostic(`${texts.length} texts, ${compared} landmarks`);
	});
}

for (const [name, make] of Object.entries({ statements, luaBlock })) {
	test(`in random texts: ${name}`, (t) => {
		const next = random(20260806);
		let compared = 0;
		for (let round = 0; round < 2000; round++) {
			const text = make(next);
			compared += agrees(text, JSON.stringify(text));
		}
		assert.ok(compared > 4000, `only ${compared} landmarks`);
		t.diagnostic(`${compared} landmarks`);
	});
}

/** How many landmarks were compared. */
function agrees(text: string, name: string): number {
	const { marks, end } = readByNginx(text);
	const coloured = colouredAs(text, tokenize(text), end);
	const at = marks.findIndex((mark, index) => coloured[index] !== mark);
	const first = at === -1 ? marks.length : at;
	assert.equal(coloured[first], marks[first], name);
	return marks.length;
}

function textsOf(path: string): [string, string][] {
	const text = readFileSync(path, "utf8");
	if (!path.endsWith(".jsonl")) return [[path, text]];
	return text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line))
		.map(({ name, config, configBase64 }) => [
			`${basename(path)}: ${name}`,
			config ?? Buffer.from(configBase64, "base64").toString(),
		]);
}
