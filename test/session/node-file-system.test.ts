import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
	fromNative,
	nodeFileSystem,
	toNative,
} from "../../server/src/session/node-file-system.ts";
import { scan } from "../../server/src/session/scan.ts";

let native = "";
let root = "";
before(async () => {
	native = await mkdtemp(join(tmpdir(), "edgewise-files-"));
	root = fromNative(native);
});
after(() => rm(native, { recursive: true }));

test("reads text, byte for byte", async () => {
	const text = "\ufeffa\r\nä\t😀\n";
	await writeFile(join(native, "a.conf"), text);
	assert.equal(await nodeFileSystem().read(`${root}/a.conf`), text);
});

test("what isn't there, or is a folder, is null", async () => {
	const files = nodeFileSystem();
	await mkdir(join(native, "folder.conf"));
	assert.equal(await files.read(`${root}/none.conf`), null);
	assert.equal(await files.read(`${root}/folder.conf`), null);
	assert.equal(await files.list(`${root}/none`), null);
	assert.equal(await files.kind(`${root}/none`), null);
	assert.equal(await files.kind(`${root}/folder.conf`), "directory");
});

test("a file of 20 MB is not read, and said to be too large once", async () => {
	await writeFile(join(native, "large.conf"), Buffer.alloc(20_000_000, "#"));
	const refused: string[] = [];
	const files = nodeFileSystem((path, reason) =>
		refused.push(`${path} ${reason}`),
	);
	assert.equal(await files.read(`${root}/large.conf`), null);
	assert.equal(await files.read(`${root}/large.conf`), null);
	assert.deepEqual(refused, [`${root}/large.conf larger than 4 MB`]);
});

test("a binary file is not read", async () => {
	await writeFile(join(native, "binary.conf"), Buffer.from("a\0b"));
	await writeFile(
		join(native, "utf16.conf"),
		Buffer.from("\ufeffevents {}", "utf16le"),
	);
	const refused: string[] = [];
	const files = nodeFileSystem((path) => refused.push(path));
	assert.equal(await files.read(`${root}/binary.conf`), null);
	assert.equal(await files.read(`${root}/utf16.conf`), null);
	assert.equal(refused.length, 2);
});

test("bytes that are no UTF-8 are read with replacement characters", async () => {
	await writeFile(
		join(native, "latin1.conf"),
		Buffer.from("# caf\u00e9\n", "latin1"),
	);
	assert.equal(
		await nodeFileSystem().read(`${root}/latin1.conf`),
		"# caf\ufffd\n",
	);
});

test("links count as what they lead to; those that lead nowhere or in a circle are not listed", async (t) => {
	if (process.platform === "win32")
		return t.diagnostic(
			"symbolic links need rights that tests don't have here",
		);
	const folder = join(native, "links");
	await mkdir(join(folder, "real"), { recursive: true });
	await writeFile(join(folder, "real", "nginx.conf"), "");
	await symlink(join(folder, "real"), join(folder, "folder"));
	await symlink(join(folder, "real", "nginx.conf"), join(folder, "file.conf"));
	await symlink(join(folder, "loop"), join(folder, "loop"));
	await symlink(join(folder, "nowhere"), join(folder, "dangling"));
	await symlink("..", join(folder, "real", "up"));
	const files = nodeFileSystem();
	const entries = await files.list(`${root}/links`);
	assert.deepEqual(
		entries?.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
		[
			{ name: "file.conf", kind: "file", linked: true },
			{ name: "folder", kind: "directory", linked: true },
			{ name: "real", kind: "directory" },
		],
	);
	assert.equal(await files.read(`${root}/links/loop`), null);
	const found = await scan(`${root}/links`, files, { hidden: [], exclude: [] });
	assert.deepEqual(found, [
		`${root}/links/file.conf`,
		`${root}/links/real/nginx.conf`,
	]);
});

test("a named pipe is not waited for", async (t) => {
	if (process.platform === "win32") return t.diagnostic("no named pipes here");
	execFileSync("mkfifo", [join(native, "pipe.conf")]);
	const files = nodeFileSystem();
	assert.equal(await files.read(`${root}/pipe.conf`), null);
	const entries = await files.list(root);
	assert.ok(!entries?.some(({ name }) => name === "pipe.conf"));
});

test("reads thousands of files at once", async () => {
	const folder = join(native, "many");
	await mkdir(folder);
	const names = Array.from({ length: 3000 }, (_, i) => `${i}.conf`);
	for (const name of names) await writeFile(join(folder, name), name);
	const files = nodeFileSystem();
	const texts = await Promise.all(
		names.map((name) => files.read(`${root}/many/${name}`)),
	);
	assert.deepEqual(texts, names);
});

test("paths of Windows keep their drive behind a slash", () => {
	assert.equal(toNative("/c:/app/nginx.conf"), "c:/app/nginx.conf");
	assert.equal(toNative("/srv/app"), "/srv/app");
	assert.equal(fromNative("/srv/app"), "/srv/app");
});
