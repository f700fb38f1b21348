/** Variables in a file's scalars: values, places, and what stays shared. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes its variables so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { interpolate } from "../../../server/src/languages/compose/interpolate.ts";
import { parseYaml } from "../../../server/src/languages/compose/parse.ts";
import { findValue } from "../../../server/src/languages/compose/yaml-find.ts";

const lookup = (name: string) =>
	name === "TAG" ? { value: "1.2", certain: true } : undefined;

test("references stand where they are written, in every kind of scalar", () => {
	const text =
		"a: x:$TAG\nb: 'y:${TAG}'\nc: \"z\\t${TAG:-d}\"\nd: |\n  one\n  ${TAG} ${OTHER-$TAG}\n";
	const { references } = run(text);
	assert.deepEqual(
		references.map(({ at, name }) => [name, text.slice(at.start, at.end)]),
		[
			["TAG", "$TAG"],
			["TAG", "${TAG}"],
			["TAG", "${TAG:-d}"],
			["TAG", "${TAG}"],
			["OTHER", "${OTHER-$TAG}"],
			["TAG", "$TAG"],
		],
	);
});

test("a changed scalar keeps what was written, and what is open", () => {
	const { node } = run("a: x:${NONE:-latest}\n");
	const a = findValue(node, "a");
	assert.ok(a?.kind === "scalar");
	assert.deepEqual(
		[a.text, a.written, a.open],
		["x:latest", "x:${NONE:-latest}", ["NONE"]],
	);
});

test("what has no variable is the same object", () => {
	const text = "a: {b: [1, 2]}\nc: $TAG\n";
	const document = parseYaml("/f", text).documents[0];
	assert.ok(document);
	const { node } = interpolate(document, text, lookup);
	assert.equal(findValue(node, "a"), findValue(document, "a"));
	assert.notEqual(node, document);
});

test("keys stay as they are", () => {
	const { node, references } = run("$TAG: 1\n");
	assert.ok(findValue(node, "$TAG"));
	assert.deepEqual(references, []);
});

test("what compose refuses is marked at the variable, and stays", () => {
	const text = "a: x-${1}-y\n";
	const { node, problems } = run(text);
	assert.deepEqual(
		problems.map(({ at }) => text.slice(at.start, at.end)),
		["${1}"],
	);
	const a = findValue(node, "a");
	assert.equal(a?.kind === "scalar" && a.text, "x-${1}-y");
});

test("an anchor that is used often is settled once", () => {
	const { references } = run("a: &x $TAG\nb: *x\nc: *x\n");
	assert.equal(references.length, 1);
});

function run(text: string) {
	const document = parseYaml("/f", text).documents[0];
	assert.ok(document);
	return interpolate(document, text, lookup);
}
