import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtful } from "../../../server/src/topology/nginx/doubtful.ts";
import { projectsOf } from "../../workspace.ts";

function doubtfulIn(http: string): readonly string[] {
	const files = new Map([["/nginx.conf", `events {}\nhttp {\n${http}\n}\n`]]);
	return projectsOf(files)
		.flatMap(doubtful)
		.map(({ directive: { name, args } }) =>
			[name, ...args].map(({ text }) => text).join(" "),
		);
}

test("what is plainly right is not looked at again", () => {
	const right =
		'gzip on; server { listen 80; root /a; add_header X "$host" always; location / { proxy_pass http://a; } }';
	assert.deepEqual(doubtfulIn(right), []);
	// And neither once it is known.
	assert.deepEqual(doubtfulIn(right), []);
});

test("a wrong value, number, block, place, or a second one is", () => {
	assert.deepEqual(doubtfulIn("gzip maybe; sendfile on off; tcp_nopush;"), [
		"gzip maybe",
		"sendfile on off",
		"tcp_nopush",
	]);
	assert.deepEqual(doubtfulIn("gzip { }"), ["gzip"]);
	assert.deepEqual(doubtfulIn("listen 80;"), ["listen 80"]);
	assert.deepEqual(doubtfulIn("gzip on; gzip on;"), ["gzip on"]);
	assert.deepEqual(doubtfulIn("server { root /a; alias /b; }"), ["alias /b"]);
});

test("a text that takes variables is looked at where it may hold one", () => {
	assert.deepEqual(doubtfulIn("server { root /a$; }"), ["root /a$"]);
	assert.deepEqual(doubtfulIn("server { root /a; }"), []);
});

test("what stands beside it has a say in some", () => {
	const redirect = (order: string) =>
		doubtfulIn(`server { location / { ${order} } }`);
	assert.deepEqual(redirect("proxy_pass http://a; proxy_redirect default;"), [
		"proxy_redirect default",
	]);
	assert.deepEqual(redirect("proxy_redirect default; proxy_pass http://a;"), [
		"proxy_redirect default",
	]);
});
