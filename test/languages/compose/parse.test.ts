/** The positioned tree: every node's place is the text that it was read from. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes its variables so.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseYaml } from "../../../server/src/languages/compose/parse.ts";
import type { YamlNode } from "../../../server/src/languages/compose/yaml.ts";
import { findValue } from "../../../server/src/languages/compose/yaml-find.ts";

const path = "/compose.yaml";

describe("places", () => {
	test("of scalars take in quotes, and no comment", () => {
		const text =
			"a: plain # c\nb: \"double\" # c\nc: 'single'\nd:\ne: two\n  lines # c\n";
		assert.deepEqual(slices(text, ["a", "b", "c", "d", "e"]), [
			"plain",
			'"double"',
			"'single'",
			"",
			"two\n  lines",
		]);
	});

	test("of block scalars end with their last line", () => {
		const text = "a: |\n  one\n  two\n\nb: >- # c\n  three\n";
		assert.deepEqual(slices(text, ["a", "b"]), [
			"|\n  one\n  two",
			">- # c\n  three",
		]);
		assert.equal(scalar(text, "a"), "one\ntwo\n");
		assert.equal(scalar(text, "b"), "three");
	});

	test("of collections begin with the first member and end with the last", () => {
		const text =
			"a:\n  b: 1\n  c: # nothing\n\n# between\nd:\n- 1\n- x: 2 # c\n\ne: [1, 2] # c\nf: {g: 1}\n";
		assert.deepEqual(slices(text, ["a", "d", "e", "f"]), [
			"b: 1\n  c:",
			"- 1\n- x: 2",
			"[1, 2]",
			"{g: 1}",
		]);
	});

	test("count UTF-16 units, with CRLF and a byte order mark", () => {
		const text = '\uFEFFa: 😀 x\r\nb:\r\n  - "é"\r\n';
		assert.deepEqual(slices(text, ["a", "b"]), ["😀 x", '- "é"']);
	});

	test("of comments", () => {
		const text =
			"# top\na: '# not' # one\nb: | # two\n  # not\nc: [ # three\n  1]\n#four";
		const comments = parseYaml(path, text).comments.map(({ start, end }) =>
			text.slice(start, end),
		);
		assert.deepEqual(comments, ["# top", "# one", "# two", "# three", "#four"]);
	});
});

describe("anchors", () => {
	test("an alias stands for its anchor, at the anchor's place", () => {
		const text = "a: &x [1]\nb: *x\n";
		const { documents, problems } = parseYaml(path, text);
		assert.deepEqual(problems, []);
		assert.equal(findValue(documents[0], "b"), findValue(documents[0], "a"));
	});

	test("a merged mapping's own keys win, then the first merged one", () => {
		const text =
			"x: &x {k: 1, l: 1}\ny: &y {l: 2, m: 2}\nz:\n  m: own\n  <<: [*x, *y]\n";
		const z = findValue(parseYaml(path, text).documents[0], "z");
		assert.deepEqual(plain(z), { m: "own", k: "1", l: "1" });
	});

	test("a quoted << is a key as any other", () => {
		const text = 'x: &x {k: 1}\nz: {"<<": *x}\n';
		assert.deepEqual(
			plain(findValue(parseYaml(path, text).documents[0], "z")),
			{ "<<": { k: "1" } },
		);
	});

	test("an anchor may be set again", () => {
		const text = "- &x 1\n- *x\n- &x 2\n- *x\n";
		assert.deepEqual(plain(parseYaml(path, text).documents[0]), [
			"1",
			"1",
			"2",
			"2",
		]);
	});
});

describe("problems", () => {
	test("of an unknown alias and of one inside its own anchor", () => {
		assert.deepEqual(complaints("a: *x\n"), [
			"*x: No anchor &x stands above this alias.",
		]);
		assert.deepEqual(complaints("a: &x [1, *x]\n"), [
			"*x: The alias *x lies inside its own anchor.",
		]);
	});

	test("of a repeated key, and the first one counts", () => {
		assert.deepEqual(complaints("a: 1\nb: 2\na: 3\n"), [
			"a: The key a stands in this mapping already.",
		]);
		assert.deepEqual(plain(parseYaml(path, "a: 1\na: 2\n").documents[0]), {
			a: "1",
		});
	});

	test("of a second << in compose, and none for js-yaml", () => {
		const text = "x: &x {k: 1}\na:\n  <<: *x\n  <<: *x\n";
		assert.deepEqual(
			parseYaml(path, text).problems.map(({ kind }) => kind),
			["merge-key-repeated"],
		);
		assert.deepEqual(parseYaml(path, text, "js-yaml").problems, []);
	});

	test("of a << that takes no mapping", () => {
		assert.deepEqual(complaints("a:\n  <<: 1\n"), [
			"1: << takes a mapping, or a list of mappings.",
		]);
	});

	test("of an unknown tag for js-yaml; go-yaml takes any", () => {
		assert.deepEqual(parseYaml(path, "a: !x 1\n").problems, []);
		assert.deepEqual(
			parseYaml(path, "a: !x 1\n", "js-yaml").problems.map(({ kind }) => kind),
			["tag"],
		);
	});

	test("that break the file leave the rest of the tree", () => {
		const text =
			"services:\n  a:\n    image: x\n    ports\n  b:\n    image: y\n";
		const { documents, problems } = parseYaml(path, text);
		assert.ok(problems.some(({ broken }) => broken));
		assert.deepEqual(
			plain(findValue(findValue(documents[0], "services"), "b")),
			{ image: "y" },
		);
	});

	for (const [text, ...expected] of [
		['a: "open\nb: 1\n', '"open: This quote is not closed.'],
		[
			"a: 'it's'\n",
			"s': The value has ended before this: put all of it in quotes, or check the quotes.",
		],
		["a: [1\nb: 2\n", "b:: A ] is missing before this."],
		["a: {x: 1\nb: 2\n", "b:: A } is missing before this."],
		[
			"a:\n  b: 1\n  c\n",
			"c: A colon is missing: an entry is written KEY: VALUE.",
		],
		["a:\n\tb: 1\n", "\t: Tabs can't indent YAML: use spaces."],
		[
			"a: b: c\n",
			"b:: A value can't hold a colon and a space: put it in quotes.",
		],
		[
			"a:\n  b: 1\n   c: 2\n",
			"c:: This line is not indented as the ones above it.",
		],
		["a: @x\n", "@x: A value can't begin with @: put it in quotes."],
		[
			"a: [${P:-80}:80]\n",
			"{P:-80: A comma is missing before this, or the text needs quotes.",
		],
		["a: - 1\n", "-: A list begins on a line of its own, below its key."],
		[
			'a: "\\q"\n',
			'\\q": \\q is no escape sequence: a backslash is written \\\\, or use single quotes.',
		],
	] as const)
		test(`say what is wrong in ${JSON.stringify(text)}`, () => {
			assert.deepEqual(complaints(text), expected);
			assert.ok(parseYaml(path, text).problems.every(({ broken }) => broken));
		});
});

test("several documents, empty ones too", () => {
	assert.deepEqual(
		parseYaml(path, "a: 1\n---\n---\nb: 2\n").documents.map(plain),
		[{ a: "1" }, "", { b: "2" }],
	);
	assert.deepEqual(parseYaml(path, "# nothing\n").documents, []);
});

test("tags of compose are kept", () => {
	const root = parseYaml(
		path,
		"a: !reset null\nb: !override [1]\nc: !override\n  d: 1\ne: !!str 12\n",
	).documents[0];
	assert.deepEqual(
		["a", "b", "c", "e"].map((key) => findValue(root, key)?.tag),
		["!reset", "!override", "!override", undefined],
	);
	const e = findValue(root, "e");
	assert.equal(e?.kind === "scalar" && e.type, "string");
});

test("keys are names, whatever YAML makes of their words", () => {
	assert.deepEqual(
		plain(parseYaml(path, 'null: 1\n0444: 2\ntrue: 3\n"q": 4\n').documents[0]),
		{ null: "1", "0444": "2", true: "3", q: "4" },
	);
});

function slices(text: string, keys: readonly string[]): readonly string[] {
	const { documents, problems } = parseYaml(path, text);
	assert.deepEqual(problems, []);
	return keys.map((key) => {
		const at = findValue(documents[0], key)?.at;
		assert.ok(at);
		return text.slice(at.start, at.end);
	});
}

function scalar(text: string, key: string): string | undefined {
	const value = findValue(parseYaml(path, text).documents[0], key);
	return value?.kind === "scalar" ? value.text : undefined;
}

function complaints(text: string): readonly string[] {
	return parseYaml(path, text).problems.map(
		({ message, at }) => `${text.slice(at.start, at.end)}: ${message}`,
	);
}

function plain(node: YamlNode | undefined): unknown {
	if (node === undefined) return undefined;
	if (node.kind === "scalar") return node.text;
	if (node.kind === "sequence") return node.items.map(plain);
	return Object.fromEntries(
		node.entries.map(({ key, value }) => [key.text, plain(value)]),
	);
}
