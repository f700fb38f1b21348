/** Every snippet is one that the editor understands and that a reader finds. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { expand } from "./expand.ts";
import { type SnippetFile, snippetsOf } from "./snippets.ts";

const manifest = JSON.parse(
	readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

test("each file is offered in its own language only", () => {
	const offered: [string, string][] = manifest.contributes.snippets.map(
		({ language, path }: { language: string; path: string }) => [
			language,
			path,
		],
	);
	assert.deepEqual(offered, [
		["nginx", "./snippets/nginx.json"],
		["dockercompose", "./snippets/dockercompose.json"],
	]);
	for (const [, path] of offered)
		assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path);
});

for (const file of ["nginx", "dockercompose"] satisfies SnippetFile[]) {
	test(`${file}: prefixes differ`, () => {
		const prefixes = snippetsOf(file).map(({ prefix }) => prefix);
		assert.deepEqual([...new Set(prefixes)], prefixes);
	});

	for (const { name, prefix, description, body } of snippetsOf(file)) {
		test(`${file}: ${name}`, () => {
			const { stops } = expand(body, "  ");
			const numbers = [...new Set(stops)].sort((a, b) => a - b);
			assert.equal(
				stops.filter((stop) => stop === 0).length,
				1,
				"one place to end",
			);
			assert.deepEqual(numbers, [...numbers.keys()], "no tab stop is left out");
			assert.match(prefix, /^[a-z]+(?:[-_][a-z]+)*$/);
			assert.match(description, /\.$/);
			assert.doesNotMatch(
				body,
				/^ |\t | \t/m,
				"the editor turns tabs into its own indentation",
			);
		});
	}
}
