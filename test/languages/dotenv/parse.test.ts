/** `.env` files as compose-go's parser reads them. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes its variables so.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDotenv } from "../../../server/src/languages/dotenv/parse.ts";

const lines: readonly (readonly [string, string, string | undefined])[] = [
	["A=1", "A", "1"],
	["A = 1 ", "A", "1"],
	["export A=1", "A", "1"],
	["A: 1", "A", "1"],
	["A=", "A", ""],
	["A=''", "A", ""],
	["A='x y' # c", "A", "x y"],
	["A=x # c", "A", "x"],
	["A=x#y", "A", "x#y"],
	["A=#x", "A", "#x"],
	['A="x # y"', "A", "x # y"],
	['A="a\\nb\\tc"', "A", "a\nb\tc"],
	['A="\\$x"', "A", "$$x"],
	['A="say \\"hi\\""', "A", 'say "hi"'],
	["A='a\\nb'", "A", "a\\nb"],
	['A="two\nlines"', "A", "two\nlines"],
	["A=x=y", "A", "x=y"],
	["A=$B", "A", "$B"],
	["a.b-c[0]=x", "a.b-c[0]", "x"],
	["A", "A", undefined],
	["A=x\r", "A", "x"],
];

describe("one variable", () => {
	for (const [text, name, value] of lines)
		test(JSON.stringify(text), () => {
			for (const whole of [text, `${text}\n`, `\uFEFF# top\n\n  ${text}\n`]) {
				const { variables, problems } = parseDotenv("/.env", whole);
				assert.deepEqual(problems, []);
				assert.deepEqual(
					variables.map((variable) => [variable.name, variable.value]),
					[[name, value]],
				);
			}
		});
});

test("places are those of the name and of the value with its quotes", () => {
	const text = "# c\nexport A = 'x y' # c\nB=\nC: z # c\n";
	const places = parseDotenv("/.env", text).variables.map(({ at, valueAt }) => [
		text.slice(at.start, at.end),
		text.slice(valueAt.start, valueAt.end),
	]);
	assert.deepEqual(places, [
		["A", "'x y'"],
		["B", ""],
		["C", "z"],
	]);
});

test("only single quotes keep a dollar sign", () => {
	const expands = parseDotenv(
		"/.env",
		"A=$X\nB=\"$X\"\nC='$X'\n",
	).variables.map(({ expands }) => expands);
	assert.deepEqual(expands, [true, true, false]);
});

test("what compose refuses is marked, and the next line goes on", () => {
	const text = 'A B=1\nC%=2\nD="open\nE=3\n';
	const { variables, problems } = parseDotenv("/.env", text);
	assert.deepEqual(
		problems.map(
			({ message, at }) => `${text.slice(at.start, at.end)}: ${message}`,
		),
		[
			"A B: A variable's name has no spaces.",
			"C%: \"%\" can't stand in a variable's name.",
			'"open: This quote is not closed.',
		],
	);
	assert.deepEqual(
		variables.map(({ name }) => name),
		["E"],
	);
});

test("every prefix parses", () => {
	const text = "\uFEFF# c\nexport A='x' \nB: \"y\\n${A}\nz\" # c\nC\nD=\n";
	for (let end = 0; end <= text.length; end++) {
		const part = text.slice(0, end);
		const { variables, problems } = parseDotenv("/.env", part);
		for (const { at } of [...variables, ...problems])
			assert.ok(at.start <= at.end && at.end <= part.length);
	}
});

test("a long file comes to its end, every variable of it", () => {
	const count = 40_000;
	const text = `${"A='x' # c\n\nB: \"y\\n\"\n".repeat(count)}C="open${'\nD=\\"'.repeat(count)}`;
	assert.equal(parseDotenv("/.env", text).variables.length, 3 * count);
});
