import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { expand } from "../../../server/src/topology/nginx/expand.ts";

function expanded(files: Readonly<Record<string, string>>) {
	const tree = (path: string) => parseNginx(path, files[path] ?? "");
	return expand(tree("main"), ({ text }) => ({
		trees: text in files ? [tree(text)] : [],
		complete: text in files,
	}));
}

describe("expand", () => {
	it("puts an include's directives in its place, in blocks too", () => {
		const { directives, complete } = expanded({
			main: "a; http { include b; d; }",
			b: "b; c;",
		});
		const block = directives[1]?.block;
		assert.ok(block?.kind === "directives");
		assert.deepEqual(
			block.directives.map(({ name }) => name.text),
			["b", "c", "d"],
		);
		assert.ok(complete);
	});

	it("is not complete where an include could not be found", () => {
		assert.equal(expanded({ main: "include nowhere;" }).complete, false);
	});

	it("does not follow a circle", () => {
		const { directives } = expanded({
			main: "include b;",
			b: "include main; x;",
		});
		assert.deepEqual(
			directives.map(({ name }) => name.text),
			["x"],
		);
	});

	it("comes to an end where every file includes the next twice", () => {
		const files: Record<string, string> = { main: "include f0;" };
		for (let i = 0; i < 40; i++)
			files[`f${i}`] = `include f${i + 1}; include f${i + 1};`;
		files.f40 = "x;";
		assert.equal(expanded(files).complete, false);
	});
});
