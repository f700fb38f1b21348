import assert from "node:assert/strict";
import { test } from "node:test";
import { groupBy } from "../../server/src/collections/group-by.ts";
import { oncePer } from "../../server/src/collections/once-per.ts";
import { oncePerText } from "../../server/src/collections/once-per-text.ts";

test("an owner is asked about once, also where nothing is found", () => {
	let asked = 0;
	const find = oncePer((_: { readonly name: string }) => {
		asked++;
		return undefined;
	});
	const owner = { name: "a" };
	assert.equal(find(owner), undefined);
	assert.equal(find(owner), undefined);
	assert.equal(asked, 1);
});

test("a copy of the owner is another owner, and what is remembered can't be seen in either", () => {
	const length = oncePer(({ name }: { readonly name: string }) => name.length);
	const owner = { name: "a" };
	assert.equal(length(owner), 1);
	assert.equal(length({ ...owner, name: "ab" }), 2);
	assert.deepEqual(Reflect.ownKeys({ ...owner }), ["name"]);
	assert.deepEqual(owner, { name: "a" });
});

test("two answers about one owner are kept apart", () => {
	const first = oncePer((words: readonly string[]) => words[0]);
	const last = oncePer((words: readonly string[]) => words.at(-1));
	const words = ["a", "b"];
	assert.deepEqual([first(words), last(words), first(words)], ["a", "b", "a"]);
});

test("groups keep the order of their members, and of their first ones", () => {
	const groups = groupBy(["bat", "ant", "bee"], (word) => word[0]);
	assert.deepEqual(
		[...groups],
		[
			["b", ["bat", "bee"]],
			["a", ["ant"]],
		],
	);
});

test("a text is asked about once, whoever says it", () => {
	const asked: string[] = [];
	const length = oncePerText((text) => {
		asked.push(text);
		return text.length;
	});
	assert.deepEqual(
		["ab", "a b".replace(" ", ""), "abc"].map(length),
		[2, 2, 3],
	);
	assert.deepEqual(asked, ["ab", "abc"]);
	const long = "a".repeat(1_000_000);
	assert.equal(length(long), length(long));
});
