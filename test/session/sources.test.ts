import assert from "node:assert/strict";
import { test } from "node:test";
import { largestFile } from "../../server/src/session/file-system.ts";
import { createSources } from "../../server/src/session/sources.ts";
import { memoryFiles } from "./memory-files.ts";

const path = "/w/nginx.conf";
/** A text that ends with `{` counts as broken. */
const isBroken = ({ text }: { text: string }) => text.endsWith("{");

test("nothing is known before it was loaded; what isn't there is null", async () => {
	const sources = createSources(memoryFiles([[path, "a"]]), isBroken);
	assert.equal(sources.file(path), undefined);
	assert.equal(sources.directory("/w"), undefined);
	await sources.load([path, "/w/none"], ["/w", "/none"]);
	assert.equal(sources.file(path)?.text, "a");
	assert.equal(sources.file("/w/none"), null);
	assert.deepEqual(sources.directory("/w"), [
		{ name: "nginx.conf", kind: "file" },
	]);
	assert.equal(sources.directory("/none"), null);
});

test("an open document wins over the disk until it is closed", async () => {
	const files = memoryFiles([[path, "disk"]]);
	const sources = createSources(files, isBroken);
	sources.open(path, "typed");
	await sources.load([path], []);
	assert.equal(sources.file(path)?.text, "typed");
	sources.forget([path]);
	assert.equal(sources.file(path)?.text, "typed");
	sources.close(path);
	assert.equal(sources.file(path), undefined);
	await sources.load([path], []);
	assert.equal(sources.file(path)?.text, "disk");
});

test("a document that is not on the disk is in its folder's list while it is open", async () => {
	const sources = createSources(memoryFiles([[path, ""]]), isBroken);
	await sources.load([], ["/w", "/new"]);
	const names = (folder: string) =>
		sources.directory(folder)?.map(({ name }) => name);
	sources.open("/w/more.conf", "");
	sources.open(path, "");
	sources.open("/new/a.conf", "");
	assert.deepEqual(names("/w"), ["nginx.conf", "more.conf"]);
	assert.deepEqual(names("/new"), ["a.conf"]);
	sources.close("/w/more.conf");
	sources.close("/new/a.conf");
	assert.deepEqual(names("/w"), ["nginx.conf"]);
	assert.equal(sources.directory("/new"), null);
});

test("the same text keeps its object, over edits, closing and reading again", async () => {
	const sources = createSources(memoryFiles([[path, "a"]]), isBroken);
	await sources.load([path], []);
	const before = sources.file(path);
	sources.open(path, "a");
	sources.open(path, "a");
	sources.close(path);
	await sources.load([path], []);
	sources.forget([path]);
	await sources.load([path], []);
	assert.equal(sources.file(path), before);
});

test("a broken text remembers the newest sound one, and no more", () => {
	const sources = createSources(memoryFiles(), isBroken);
	const texts = ["a", "ab", "ab {", "ab c {", "ab c", "ab c {"];
	const good = texts.map((text) => {
		sources.open(path, text);
		return sources.file(path)?.lastGood;
	});
	assert.deepEqual(
		good.map((file) => file?.text),
		[undefined, undefined, "ab", "ab", undefined, "ab c"],
	);
	assert.ok(good.every((file) => file?.lastGood === undefined));
});

test("the last good text survives a change of the disk", async () => {
	const files = memoryFiles([[path, "good"]]);
	const sources = createSources(files, isBroken);
	await sources.load([path], []);
	files.write(path, "half {");
	sources.forget([path]);
	await sources.load([path], []);
	assert.equal(sources.file(path)?.text, "half {");
	assert.equal(sources.file(path)?.lastGood?.text, "good");
});

test("a file is read once, however many ask for it at a time", async () => {
	const files = memoryFiles([[path, "a"]]);
	const sources = createSources(files, isBroken);
	await Promise.all([
		sources.load([path], ["/w"]),
		sources.load([path], ["/w"]),
	]);
	assert.deepEqual(files.reads, [path, "/w"]);
});

test("an answer from before the change does not count", async () => {
	const files = memoryFiles([[path, "old"]]);
	const sources = createSources(files, isBroken);
	const release = files.hold(path);
	const first = sources.load([path], []);
	files.write(path, "new");
	sources.forget([path]);
	release();
	const second = sources.load([path], []);
	await Promise.all([first, second]);
	assert.equal(sources.file(path)?.text, "new");
});

test("a document that is opened while its file is read keeps its text", async () => {
	const files = memoryFiles([[path, "disk"]]);
	const sources = createSources(files, isBroken);
	const release = files.hold(path);
	const read = sources.load([path], []);
	sources.open(path, "typed");
	release();
	await read;
	assert.equal(sources.file(path)?.text, "typed");
});

test("a document larger than any file that is read counts as not there", () => {
	const sources = createSources(memoryFiles(), isBroken);
	sources.open(path, "x".repeat(largestFile + 1));
	assert.equal(sources.file(path), null);
	sources.open(path, "x");
	assert.equal(sources.file(path)?.text, "x");
});

test("what a listed folder lacks is not asked for", async () => {
	const files = memoryFiles([[path, ""]]);
	const sources = createSources(files, isBroken);
	await sources.load([], ["/w"]);
	assert.equal(sources.file("/w/none.conf"), null);
	assert.equal(sources.file("/w/none/deep/none.conf"), null);
	assert.equal(sources.directory("/w/none/deep"), null);
	assert.equal(sources.file("/w/NGINX.conf"), undefined, "who knows the disk");
	assert.equal(sources.file("/v/nginx.conf"), undefined);
	assert.deepEqual(files.reads, ["/w"]);
});

test("a listing that lacks the way to where something happened is older than that", async () => {
	const files = memoryFiles([[path, ""]]);
	const sources = createSources(files, isBroken);
	await sources.load([], ["/w"]);
	assert.equal(sources.directory("/w/a/b"), null);
	assert.equal(sources.file("/w/a/b/c.conf"), null);
	files.write("/w/a/b/c.conf", "c");
	sources.forget(["/w/a/b/c.conf"]);
	assert.equal(sources.file("/w/a/b/c.conf"), undefined);
	assert.equal(sources.directory("/w/a/b"), undefined);
	assert.equal(sources.directory("/w"), undefined);
});

test("a folder that can't be listed may hold what is asked for", async () => {
	const files = memoryFiles([["/w/secret/a.conf", "a"]]);
	files.forbid("/w/secret");
	const sources = createSources(files, isBroken);
	await sources.load([], ["/w", "/w/secret"]);
	assert.equal(sources.directory("/w/secret"), null);
	assert.equal(sources.file("/w/secret/a.conf"), undefined);
});
