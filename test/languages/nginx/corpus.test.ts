/** Other people's configurations, whole and cut off anywhere. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import { corpus, filesBelow } from "../../corpus.ts";
import { assertSound, printed } from "./shape.ts";

/** Real mistakes in it: nginx 1.22.1 refuses each (here: a `;` that lacks behind ssl_ciphers). */
const broken: ReadonlyMap<string, readonly string[]> = new Map([
	["guide-to-nginx-ssl-spdy-hsts/nginx.conf", ["missing-semicolon"]],
]);

for (const name of ["corpus/nginx-real", "corpus/nginx-h5bp"]) {
	test(`${name}: no error, and the words with their gaps are the file`, (t) => {
		const files = filesOf(name);
		if (files.length === 0) t.diagnostic(`${name} is not on this machine`);
		for (const { path, text } of files) {
			const tree = parseNginx(path, text);
			const known = [...broken].find(([end]) => path.endsWith(end))?.[1] ?? [];
			assert.deepEqual(
				tree.errors.map(({ kind }) => kind),
				known,
				path,
			);
			assertSound(tree, text);
			if (known.length === 0) assert.equal(printed(tree, text), text, path);
		}
	});

	test(`${name}: every file cut off anywhere gives a sound tree and facts`, (t) => {
		const files = filesOf(name);
		if (files.length === 0) t.diagnostic(`${name} is not on this machine`);
		for (const { path, text } of files) {
			for (const end of cuts(text)) {
				const prefix = text.slice(0, end);
				const tree = parseNginx(path, prefix);
				assertSound(tree, prefix);
				readNginx(tree.directives);
			}
		}
	});
}

function filesOf(
	name: string,
): readonly { readonly path: string; readonly text: string }[] {
	const folder = corpus(name);
	if (!folder) return [];
	return filesBelow(folder)
		.filter((path) => basename(path) !== "LICENSE.txt")
		.map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** Every offset of a small file, evenly chosen ones of a large file: half a million characters to read for each. */
function cuts(text: string): readonly number[] {
	const count = Math.min(text.length, Math.ceil(1_000_000 / (text.length + 1)));
	return Array.from({ length: count }, (_, index) =>
		Math.floor((index * text.length) / count),
	);
}
