import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf, uriOf } from "../../server/src/lsp/uri.ts";

test("paths are written as VS Code writes them, and read back", () => {
	const pairs = [
		["/srv/app/nginx.conf", "file:///srv/app/nginx.conf"],
		["/c:/app/nginx.conf", "file:///c%3A/app/nginx.conf"],
		["/a b/ü/100%/#1?", "file:///a%20b/%C3%BC/100%25/%231%3F"],
		["/it's (a) *test*!", "file:///it%27s%20%28a%29%20%2Atest%2A%21"],
		[
			"/a+b,c;d=e@f$g&h[i]~_.-",
			"file:///a%2Bb%2Cc%3Bd%3De%40f%24g%26h%5Bi%5D~_.-",
		],
		["/", "file:///"],
	] as const;
	for (const [path, uri] of pairs) {
		assert.equal(uriOf(path), uri);
		assert.equal(pathOf(uri), path);
	}
});

test("one file has one path, however its URI is written", () => {
	assert.equal(pathOf("file:///C:/app"), "/c:/app");
	assert.equal(pathOf("file:///w/a%20(b)/"), "/w/a (b)");
	assert.equal(pathOf("file://localhost/w/a"), "/w/a");
	assert.equal(pathOf("file:///w/./b/../a"), "/w/a");
});

test("what is no file has no path", () => {
	for (const uri of [
		"git:/w/nginx.conf?HEAD",
		"untitled:Untitled-1",
		"vscode-userdata:/a",
		"file:///w/%zz",
		"file:",
		"",
	])
		assert.equal(pathOf(uri), undefined, uri);
});
