/** The direct reader against the package: where it reads a text at all, both read the same. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
	parseAnyYaml,
	parseYaml,
} from "../../../server/src/languages/compose/parse.ts";
import { readSimple } from "../../../server/src/languages/compose/simple/read.ts";
import { projectsIn } from "../../conformance/compose/project.ts";
import { corpus, filesBelow } from "../../corpus.ts";

const simple = [
	"services:\n  web:\n    image: nginx:1.27 # tag\n    ports:\n      - \"80:80\"\n      - '443:443'\n",
	"a:\n- 1\n- b: 2\n  c: 3\n-\n  - x\n",
	'x-a: &a\n  k: v\nb:\n  <<: *a\nc: [*a, {d: e, f: "g"}]\n',
	"a: !reset\n  b: 1\nc: !override [1]\nd: &d text\n",
	"a: |\n  one\n\n    two\nb: |- # c\n    three\n\nc:\n  - |\n    four\n",
	"a: [\n  1, # one\n  2,\n  ]\nb: { c: 1,\n  d: 2 }\n",
	"# top\n\na:   # nothing\n# low\nb:\n    # deep\n    c: d   \n\n",
	"a: 1\r\nb:\r\n  - x # c\r\n",
	"a: http://x:80/#y\nb: -5\nc: a:b\nd: it's\n\"e f\": '#'\n'g': '''h'''\n",
	"a: ''\nb: \"\"\nc:\nd: []\ne: {}",
] as const;

const notSimple = [
	'a: "x\\n"\n',
	"a: one\n  two\n",
	"a: >\n  x\n",
	"? a\n: b\n",
	"a: b: c\n",
	"a:\n\tb: 1\n",
	"a: 1\n---\nb: 2\n",
	"a: [1\n",
	'a: "1\n',
	"a: 1\n b: 2\n",
	"a:\n  b: 1\n c: 2\n",
	"- 1\na: 2\n",
	"a: @x\n",
	"a\n",
	"[1]\n",
	"a: [a: b]\n",
	"a: &x\nb: *x\n",
	"",
] as const;

describe("it reads", () => {
	for (const text of simple)
		test(JSON.stringify(text), () => {
			assert.ok(readSimple(text));
			agree(text);
		});
});

describe("it leaves to the package", () => {
	for (const text of notSimple)
		test(JSON.stringify(text), () => assert.equal(readSimple(text), undefined));
});

test("it reads most of the conformance projects", () => {
	const texts = projectTexts();
	const read = texts.filter((text) => readSimple(text));
	assert.ok(
		read.length > 0.8 * texts.length,
		`${read.length} of ${texts.length}`,
	);
	for (const text of texts) agree(text);
});

test("both agree on every prefix of these texts", () => {
	for (const text of [...simple, ...notSimple])
		for (let end = 0; end < text.length; end++) agree(text.slice(0, end));
});

test("both agree on texts with slips in them", () => {
	const texts = [...simple, ...projectTexts()];
	const random = numbers(20_261_123);
	let read = 0;
	for (let i = 0; i < 8_000; i++) {
		const text = withSlips(texts[random(texts.length)] ?? "", random);
		if (readSimple(text)) read++;
		agree(text);
	}
	assert.ok(read > 1_000, `only ${read} were read directly`);
});

test("it reads the compose files of the corpus", (t) => {
	const stacks = corpus("corpus/stacks");
	if (stacks === undefined)
		return t.diagnostic("the corpus is not on this machine");
	const texts = filesBelow(stacks)
		.filter((file) => /\.ya?ml$/.test(file))
		.map((file) => readFileSync(file, "utf8"));
	for (const text of texts) {
		assert.ok(readSimple(text));
		agree(text);
	}
});

function agree(text: string): void {
	assert.deepEqual(
		parseYaml("/f", text),
		parseAnyYaml("/f", text, "go-yaml"),
		JSON.stringify(text),
	);
}

function projectTexts(): readonly string[] {
	return [...projectsIn("projects"), ...projectsIn("specification")].flatMap(
		({ files }) =>
			[...files]
				.filter(([path]) => /\.ya?ml$/.test(path))
				.map(([, text]) => text),
	);
}

const slips = [
	"\n",
	"  ",
	" ",
	":",
	": ",
	"- ",
	"-\n",
	"[",
	"]",
	"{",
	"}",
	'"',
	"'",
	"#",
	" #",
	"&a ",
	"*a",
	"<<: *a",
	"!reset ",
	"|\n",
	",",
	"? ",
	"---\n",
	"\r\n",
	"\u00a0",
	"\n\n",
	"''",
	"!x ",
	"😀",
];

function withSlips(text: string, random: (below: number) => number): string {
	let result = text;
	for (let i = random(4); i >= 0; i--) {
		const at = random(result.length + 1);
		const cut = random(2) * random(8);
		result =
			result.slice(0, at) +
			(cut > 0 ? "" : slips[random(slips.length)]) +
			result.slice(at + cut);
	}
	return result;
}

/** The same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >> 8) % below;
	};
}
