/** Plain scalars as go-yaml and js-yaml read them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvePlain } from "../../../server/src/languages/compose/yaml-scalar.ts";

const goYaml: readonly (readonly [string, string, string])[] = [
	["", "null", ""],
	["~", "null", ""],
	["Null", "null", ""],
	["nULL", "string", "nULL"],
	["True", "boolean", "true"],
	["FALSE", "boolean", "false"],
	["yes", "string", "yes"],
	["on", "string", "on"],
	["0", "number", "0"],
	["-0", "number", "0"],
	["0444", "number", "292"],
	["0o17", "number", "15"],
	["0x1F", "number", "31"],
	["0b101", "number", "5"],
	["+12", "number", "12"],
	["1_000", "number", "1000"],
	["9223372036854775807", "number", "9223372036854775807"],
	["0888", "number", "888"],
	["1.50", "number", "1.5"],
	[".5", "number", "0.5"],
	["1e3", "number", "1000"],
	["1e-7", "number", "1e-07"],
	["-.inf", "number", "-Inf"],
	[".NaN", "number", "NaN"],
	["12:30:45", "string", "12:30:45"],
	["80:80", "string", "80:80"],
	["1.2.3", "string", "1.2.3"],
	["-", "string", "-"],
	["127.0.0.1", "string", "127.0.0.1"],
	["12m", "string", "12m"],
];

for (const [source, type, text] of goYaml)
	test(`go-yaml reads ${JSON.stringify(source)} as ${type}`, () => {
		assert.deepEqual(resolvePlain(source, "go-yaml"), { type, text });
	});

test("js-yaml takes a leading zero for nothing", () => {
	assert.deepEqual(resolvePlain("0444", "js-yaml"), {
		type: "number",
		text: "444",
	});
	assert.deepEqual(resolvePlain("0o17", "js-yaml"), {
		type: "number",
		text: "15",
	});
});
