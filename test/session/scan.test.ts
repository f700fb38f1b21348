import assert from "node:assert/strict";
import { test } from "node:test";
import { isScanned, scan } from "../../server/src/session/scan.ts";
import { type MemoryFiles, memoryFiles } from "./memory-files.ts";

const plain = { hidden: [], exclude: [] };

function disk(texts: Readonly<Record<string, string>>): MemoryFiles {
	return memoryFiles(
		Object.entries(texts).map(([path, text]) => [`/w/${path}`, text] as const),
	);
}

test("finds candidates at every depth, sorted", async () => {
	const files = disk({
		"z/nginx.conf": "",
		"docker-compose.yml": "",
		"a/b/c/ecosystem.config.js": "",
		"README.md": "",
	});
	assert.deepEqual(await scan("/w", files, plain), [
		"/w/a/b/c/ecosystem.config.js",
		"/w/docker-compose.yml",
		"/w/z/nginx.conf",
	]);
});

test("never looks into node_modules and .git", async () => {
	const files = disk({
		"node_modules/x/nginx.conf": "",
		"a/node_modules/nginx.conf": "",
		".git/nginx.conf": "",
		"nginx.conf": "",
	});
	assert.deepEqual(await scan("/w", files, plain), ["/w/nginx.conf"]);
	assert.ok(!files.reads.some((path) => path.includes("node_modules")));
});

test("the innermost .gitignore that speaks of a path decides", async () => {
	const files = disk({
		".gitignore": "dist/\n*.local.conf\n",
		"dist/nginx.conf": "",
		"a/x.local.conf": "",
		"b/.gitignore": "!x.local.conf\n",
		"b/x.local.conf": "",
		"c/nginx.conf": "",
	});
	assert.deepEqual(await scan("/w", files, plain), [
		"/w/b/x.local.conf",
		"/w/c/nginx.conf",
	]);
});

test("git's rules above the opened folder hold, as long as they don't hide the folder itself", async () => {
	const files = memoryFiles([
		["/repo/.git/HEAD", ""],
		["/repo/.git/info/exclude", "private.conf\n"],
		["/repo/.gitignore", "generated/\n/build/\n"],
		["/repo/app/nginx.conf", ""],
		["/repo/app/private.conf", ""],
		["/repo/app/generated/nginx.conf", ""],
		["/repo/build/nginx.conf", ""],
	]);
	assert.deepEqual(await scan("/repo/app", files, plain), [
		"/repo/app/nginx.conf",
	]);
	assert.deepEqual(await scan("/repo/build", files, plain), [
		"/repo/build/nginx.conf",
	]);
});

test("a .gitignore outside of any repository is nobody's", async () => {
	const files = memoryFiles([
		["/home/.gitignore", "*\n"],
		["/home/app/nginx.conf", ""],
	]);
	assert.deepEqual(await scan("/home/app", files, plain), [
		"/home/app/nginx.conf",
	]);
});

test("leaves out what the editor hides, and what the nearest settings exclude", async () => {
	const files = disk({
		"hidden/nginx.conf": "",
		"old/nginx.conf": "",
		"sub/edgewise.json": '{ "exclude": ["legacy"] }',
		"sub/legacy/nginx.conf": "",
		"sub/old/nginx.conf": "",
		"sub/hidden/nginx.conf": "",
	});
	assert.deepEqual(
		await scan("/w", files, { hidden: ["**/hidden"], exclude: ["**/old/**"] }),
		["/w/sub/old/nginx.conf"],
	);
});

test("an edgewise.json above the opened folder excludes in it", async () => {
	const files = memoryFiles([
		["/repo/edgewise.json", '{ "exclude": ["app/old"] }'],
		["/repo/app/old/nginx.conf", ""],
		["/repo/app/nginx.conf", ""],
	]);
	assert.deepEqual(await scan("/repo/app", files, plain), [
		"/repo/app/nginx.conf",
	]);
});

test("a given configuration takes the place of every edgewise.json", async () => {
	const files = disk({
		"edgewise.json": '{ "exclude": ["a"] }',
		"a/nginx.conf": "",
		"b/nginx.conf": "",
	});
	const config = { directory: "/w", exclude: ["b"] };
	assert.deepEqual(await scan("/w", files, { ...plain, config }), [
		"/w/a/nginx.conf",
	]);
});

test("what is no glob excludes nothing", async () => {
	const files = disk({ "nginx.conf": "" });
	const exclude = ["", "[", "x".repeat(100_000)];
	assert.deepEqual(await scan("/w", files, { hidden: [], exclude }), [
		"/w/nginx.conf",
	]);
});

test("a circle of links ends, and a folder is walked once, by its own name", async () => {
	const files = disk({ "real/nginx.conf": "", "real/deep/a.conf": "" });
	files.link("/w/real/deep/up", "/w");
	files.link("/w/also", "/w/real");
	files.link("/w/self", "/w/self");
	assert.deepEqual(await scan("/w", files, plain), [
		"/w/real/deep/a.conf",
		"/w/real/nginx.conf",
	]);
});

test("links out of the workspace are followed, once", async () => {
	const files = memoryFiles([
		["/etc/nginx/nginx.conf", ""],
		["/w/docker-compose.yml", ""],
	]);
	files.link("/w/b", "/etc/nginx");
	files.link("/w/a", "/etc/nginx");
	assert.deepEqual(await scan("/w", files, plain), [
		"/w/a/nginx.conf",
		"/w/docker-compose.yml",
	]);
});

test("a folder that can't be read hides only what is in it", async () => {
	const files = disk({ "secret/nginx.conf": "", "nginx.conf": "" });
	files.forbid("/w/secret");
	assert.deepEqual(await scan("/w", files, plain), ["/w/nginx.conf"]);
});

test("a scan may begin below the root, where the same rules hold", async () => {
	const files = disk({
		".gitignore": "dist\n",
		"dist/nginx.conf": "",
		"a/nginx.conf": "",
		"a/dist/nginx.conf": "",
	});
	assert.deepEqual(await scan("/w", files, plain, "/w/a"), ["/w/a/nginx.conf"]);
	assert.deepEqual(await scan("/w", files, plain, "/w/dist"), []);
	assert.deepEqual(await scan("/w", files, plain, "/other"), []);
});

test("tells of one path what a scan would do", async () => {
	const files = disk({ ".gitignore": "dist\nx.conf\n", "a/nginx.conf": "" });
	const asked = [
		["a/nginx.conf", true],
		["a/x.conf", false],
		["dist/a/nginx.conf", false],
		["node_modules/a/nginx.conf", false],
		["not/there/nginx.conf", true],
	] as const;
	for (const [path, expected] of asked) {
		const found = await isScanned("/w", `/w/${path}`, "file", files, plain);
		assert.equal(found, expected, path);
	}
});

test("a workspace without end is not walked to its end", async () => {
	const endless = {
		...memoryFiles(),
		list: async () => [
			{ name: "a", kind: "directory" as const },
			{ name: "b", kind: "directory" as const },
		],
		real: async (path: string) => path,
	};
	assert.deepEqual(await scan("/w", endless, plain), []);
});
