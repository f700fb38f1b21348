/** Compose's variables: what a template gives, what it asks for, and where it is wrong. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes its variables so.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { substitute } from "../../../server/src/languages/compose/template.ts";

const values: Readonly<Record<string, string>> = {
	SET: "set",
	EMPTY: "",
	N: "7",
};
const lookup = (name: string) =>
	name in values
		? { value: values[name] ?? "", certain: true }
		: name === "MAYBE"
			? { value: "maybe", certain: false }
			: undefined;

const expansions: readonly (readonly [string, string])[] = [
	["plain", "plain"],
	["$SET", "set"],
	["${SET}", "set"],
	["a$SET-b", "aset-b"],
	["$SETX", ""],
	["$$SET", "$SET"],
	["$$$SET", "$set"],
	["$5 $ $(x) $", "$5 $ $(x) $"],
	["${UNSET:-d}", "d"],
	["${EMPTY:-d}", "d"],
	["${EMPTY-d}", ""],
	["${UNSET-d}", "d"],
	["${SET:+d}", "d"],
	["${EMPTY:+d}", ""],
	["${EMPTY+d}", "d"],
	["${UNSET+d}", ""],
	["${SET:?m}", "set"],
	["${UNSET:?m}", ""],
	["${EMPTY?m}", ""],
	["${UNSET:-${EMPTY:-${SET}}}", "set"],
	["${UNSET:-a${N}b} and ${SET}", "a7b and set"],
	["${UNSET:-a:-b}", "a:-b"],
	["${UNSET:-http://x:80/?a=b}", "http://x:80/?a=b"],
	["${UNSET:-$$}", "$"],
	["${UNSET:-{}}", "{}"],
	["${SET}${SET}", "setset"],
	["${_x1:-ok}", "ok"],
];

describe("a template gives", () => {
	for (const [template, text] of expansions)
		test(`${JSON.stringify(text)} for ${template}`, () => {
			const result = substitute(template, lookup);
			assert.equal(result.error, undefined);
			assert.equal(result.text, text);
		});
});

describe("a template is refused", () => {
	for (const template of [
		"${",
		"${}",
		"${1A}",
		"${A!x}",
		"${A",
		"${A:-x",
		"${A:x}",
		"${ A }",
		"${A:-a\nb}",
		"${UNSET:-${}}",
	])
		test(template, () =>
			assert.equal(substitute(template, lookup).error?.kind, "format"),
		);

	test("at the variable", () => {
		const { error } = substitute("ab ${1A} cd", lookup);
		assert.deepEqual([error?.start, error?.end], [3, 8]);
	});

	test("when it is nested without end", () => {
		assert.equal(
			substitute("${A:-".repeat(200) + "}".repeat(200), lookup).error?.kind,
			"depth",
		);
	});
});

describe("a template asks for", () => {
	test("names with their places and defaults", () => {
		const { references } = substitute("x${UNSET:-${SET}}$N", lookup);
		assert.deepEqual(references, [
			{ name: "UNSET", start: 1, end: 17, operator: ":-", argument: "${SET}" },
			{
				name: "SET",
				start: 10,
				end: 16,
				operator: undefined,
				argument: undefined,
			},
			{
				name: "N",
				start: 17,
				end: 19,
				operator: undefined,
				argument: undefined,
			},
		]);
	});

	test("what nothing settles, once each", () => {
		assert.deepEqual(substitute("$A ${B:-$A} $SET $MAYBE", lookup).open, [
			"A",
			"B",
			"MAYBE",
		]);
	});
});

test("a long template takes time in proportion to its length", () => {
	const many = "${A:-x} {$B} ".repeat(20_000);
	const { text, error } = substitute(many, lookup);
	assert.equal(error, undefined);
	assert.equal(text.length, "x {} ".length * 20_000);
});
