import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDockerfile } from "../../../server/src/languages/dockerfile/parse.ts";
import { finalStage } from "../../../server/src/languages/dockerfile/stage.ts";

function final(text: string, target?: string) {
	return finalStage(parseDockerfile("/Dockerfile", text), target);
}

test("the last stage counts, or the one that target names", () => {
	const text = "FROM a AS One\nFROM b AS two\nFROM c";
	assert.equal(final(text)?.image?.text, "c");
	assert.equal(final(text, "one")?.image?.text, "a");
	assert.equal(final(text, "TWO")?.image?.text, "b");
	assert.equal(final(text, "1")?.image?.text, "b");
	assert.equal(final(text, "three"), undefined);
	assert.equal(final(""), undefined);
});

test("a stage continues the earlier one that it names", () => {
	const built = final(
		"FROM nginx AS base\nENV A=1 B=1\nEXPOSE 80\nFROM base AS mid\nENV B=2\nFROM mid\nEXPOSE 81\n",
	);
	assert.equal(built?.image?.text, "nginx");
	assert.deepEqual(
		built?.instructions.flatMap((found) =>
			found.kind === "expose" ? [found.port] : [],
		),
		[80, 81],
	);
	assert.deepEqual(
		[...(built?.environment ?? [])].map(([name, { text }]) => [name, text]),
		[
			["A", "1"],
			["B", "2"],
		],
	);
});

test("ENTRYPOINT takes away the CMD of what it builds on, not that of its own stage", () => {
	const inherited = final('FROM a AS b\nCMD ["x"]\nFROM b\nENTRYPOINT ["y"]');
	assert.equal(inherited?.command, undefined);
	assert.equal(inherited?.keepsImageCommand, false);
	const own = final('FROM a\nCMD ["x"]\nENTRYPOINT ["y"]');
	assert.deepEqual(own?.command?.words, ["x"]);
	assert.equal(final("FROM a")?.keepsImageCommand, true);
});
