/** What would break a careless reader: bombs, depth, size, and files cut off anywhere. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes its variables so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseYaml } from "../../../server/src/languages/compose/parse.ts";
import type { YamlNode } from "../../../server/src/languages/compose/yaml.ts";
import { corpus, filesBelow } from "../../corpus.ts";

const path = "/compose.yaml";

test("a billion laughs are a problem, not a tree", () => {
	const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
	for (let i = 1; i < 12; i++)
		lines.push(
			`a${i}: &a${i} [${Array(10)
				.fill(`*a${i - 1}`)
				.join(", ")}]`,
		);
	const { documents, problems } = parseYaml(path, lines.join("\n"));
	assert.deepEqual(
		problems.map(({ kind }) => kind),
		["limit"],
	);
	assert.ok(size(documents[0] as YamlNode) < 300_000);
});

test("merge keys make no bomb either", () => {
	const wide = Array.from({ length: 1000 }, (_, i) => `  k${i}: 1`).join("\n");
	const users = Array.from({ length: 1000 }, (_, i) => `u${i}: {<<: *a}`).join(
		"\n",
	);
	const { problems } = parseYaml(path, `a: &a\n${wide}\n${users}\n`);
	assert.deepEqual(
		problems.map(({ kind }) => kind),
		["limit"],
	);
});

for (const [open, close] of [
	["[", "]"],
	["{a: ", "}"],
	["- ", ""],
	["? ", ""],
	["- a:\n", ""],
] as const)
	test(`ten thousand of ${JSON.stringify(open)} inside each other`, () => {
		assert.doesNotThrow(() =>
			parseYaml(path, open.repeat(10_000) + close.repeat(10_000)),
		);
		assert.doesNotThrow(() => parseYaml(path, open.repeat(10_000)));
	});

test("a file that is nested too deeply is a limit in plain words", () => {
	const { problems } = parseYaml(path, "[".repeat(10_000) + "]".repeat(10_000));
	assert.deepEqual(
		problems.map(({ kind, message }) => [kind, message]),
		[["limit", "This file is nested too deeply to be read."]],
	);
});

test("eight thousand services are read whole", () => {
	const service = (i: number) =>
		`  s${i}:\n    image: "x:\${TAG:-${i}}"\n    ports: ["${i}:80"]\n    environment:\n      - A=1 # c\n`;
	const { documents, problems } = parseYaml(path, yamlOf(8_000, service));
	assert.deepEqual(problems, []);
	// Around the services stand two mappings; each of them has as many nodes as the first.
	const one = parseYaml(path, yamlOf(1, service)).documents.map(size)[0] ?? 0;
	assert.equal(documents.map(size)[0], 2 + (one - 2) * 8_000);
});

test("one mapping of many keys, one list of many items, one long scalar", () => {
	const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}\n`).join(
		"",
	);
	assert.deepEqual(parseYaml(path, keys).problems, []);
	assert.deepEqual(parseYaml(path, "- x\n".repeat(50_000)).problems, []);
	assert.deepEqual(
		parseYaml(path, `a: |\n${"  text\n".repeat(50_000)}`).problems,
		[],
	);
	assert.deepEqual(
		parseYaml(path, `a: ${"word\n ".repeat(20_000)}`).problems,
		[],
	);
});

test("bytes that are no text do not stop it", () => {
	const bytes = Array.from({ length: 5_000 }, (_, i) =>
		String.fromCharCode((i * 7919) % 256),
	).join("");
	assert.doesNotThrow(() => parseYaml(path, bytes));
});

const tricky =
	"x: &x\n  a: 1 # c\nb: !reset [1, {c: 'd'}]\ne: |\n  f\n\n  g\nh:\n  <<: [*x]\n  ? i\n  : \"j\\u0041\"\n--- # second\n- - k\n-\n  l: >-\n   m\n...\n";

test("every prefix of a file with everything parses", () => {
	for (let end = 0; end <= tricky.length; end++)
		checkPlaces(tricky.slice(0, end));
});

test("every prefix of every compose file of the corpus parses", (t) => {
	const stacks = corpus("corpus/stacks");
	if (stacks === undefined)
		return t.diagnostic("the corpus is not on this machine");
	const files = filesBelow(stacks).filter((file) => /\.ya?ml$/.test(file));
	assert.ok(files.length >= 8);
	for (const file of files) {
		const text = readFileSync(file, "utf8");
		for (let end = 0; end <= text.length; end++)
			checkPlaces(text.slice(0, end));
	}
});

function checkPlaces(text: string): void {
	const { documents, problems, comments } = parseYaml(path, text);
	for (const { at } of problems)
		assert.ok(at.start <= at.end && at.end <= text.length);
	for (const { start } of comments) assert.equal(text[start], "#");
	for (const document of documents) visit(document, text.length);
}

function visit(node: YamlNode, length: number): void {
	assert.ok(node.at.start <= node.at.end && node.at.end <= length);
	if (node.kind === "map")
		for (const { value } of node.entries) visit(value, length);
	if (node.kind === "sequence")
		for (const item of node.items) visit(item, length);
}

function size(node: YamlNode): number {
	if (node.kind === "scalar") return 1;
	const inner =
		node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
	return inner.reduce((sum, child) => sum + size(child), 1);
}

function yamlOf(count: number, service: (i: number) => string): string {
	return `services:\n${Array.from({ length: count }, (_, i) => service(i)).join("")}`;
}
