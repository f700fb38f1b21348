/** What is asked of the folders above a file: nothing that they do not list, and nothing above the repository. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { presence } from "../../server/src/topology/container/presence.ts";
import { foldersFrom } from "../../server/src/topology/folders-above.ts";
import { lookup } from "../../server/src/topology/snapshot.ts";
import { snapshotOf } from "../workspace.ts";

function asked(files: Readonly<Record<string, string>>, path: string) {
	const snapshot = snapshotOf(new Map(Object.entries(files)));
	const seen: string[] = [];
	const look = lookup({
		...snapshot,
		file(path) {
			seen.push(path);
			return snapshot.file(path);
		},
	});
	return { found: presence(path, look), seen };
}

test("only the .gitignore files that are there, up to the repository's root", () => {
	const { found, seen } = asked(
		{
			"/home/me/.gitignore": "*\n",
			"/home/me/shop/.git/config": "",
			"/home/me/shop/.gitignore": "certs/\n",
			"/home/me/shop/nginx/nginx.conf": "",
		},
		"/home/me/shop/nginx/site.conf",
	);
	assert.equal(found.kind, "absent");
	assert.deepEqual(seen, [
		"/home/me/shop/nginx/site.conf",
		"/home/me/shop/.gitignore",
	]);
});

test("without a repository, folder after folder, each path as places have it", () => {
	const { found, seen } = asked(
		{ "/.gitignore": "site.conf\n", "/shop/nginx.conf": "" },
		"/shop/site.conf",
	);
	assert.deepEqual(found, { kind: "unknown", reason: "git ignores it" });
	assert.deepEqual(seen, ["/shop/site.conf", "/.gitignore"]);
});

test("the folders end with the repository", () => {
	const look = lookup(
		snapshotOf(
			new Map([
				["/a/b/.git/config", ""],
				["/a/b/c/d.conf", ""],
			]),
		),
	);
	assert.deepEqual(
		foldersFrom("/a/b/c", look).map(({ path, isRoot }) => [path, isRoot]),
		[
			["/a/b/c", false],
			["/a/b", true],
		],
	);
});
