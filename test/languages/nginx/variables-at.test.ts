/** Which `set`s count at a pass directive; the outcomes are nginx 1.22.1's, by `return 200 "$b"`. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { variableValues } from "../../../server/src/languages/nginx/possible-texts.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import { variablesAt } from "../../../server/src/languages/nginx/variables-at.ts";

/** What `$b` can be at each pass directive, with `…` where it may be something else too. */
function held(text: string): readonly string[] {
	const facts = readNginx(parseNginx("/nginx.conf", text).directives);
	return facts.passes.map((pass) => {
		const { values, complete } = variableValues(variablesAt(facts, pass), "b");
		return [
			...values.map(({ value }) => value),
			...(complete ? [] : ["…"]),
		].join(" ");
	});
}

const server = (body: string) => `http { server { ${body} } }`;
const pass = "proxy_pass http://$b;";

const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
	"each location has its own": [
		`location /a { set $b a; ${pass} } location /c { ${pass} set $b c; }`,
		["a", "c"],
	],
	"the location's comes after the server's": [
		`set $b s; location /a { set $b a; ${pass} } location /c { ${pass} }`,
		["a", "s"],
	],
	"a location around it runs nothing": [
		`set $b s; location /a { set $b a; location /a/b { ${pass} } }`,
		["s"],
	],
	"an if may or may not": [
		`location /a { set $b a; if ($arg_x) { set $b x; } ${pass} }`,
		["a x"],
	],
	"what follows an if wins": [
		`location /a { if ($arg_x) { set $b x; } set $b a; ${pass} }`,
		["a"],
	],
	"unless the if breaks off": [
		`location /a { if ($arg_x) { set $b x; break; } set $b a; ${pass} }`,
		["x a"],
	],
	"an if that answers brings nothing": [
		`location /a { set $b a; if ($arg_x) { set $b x; return 503; } ${pass} }`,
		["a"],
	],
	"a pass in an if has passed its set": [
		`location /a { set $b a; if ($arg_x) { set $b x; ${pass} } }`,
		["x"],
	],
	"a named location keeps what was set before": [
		`location /a { set $b a; error_page 404 = @n; } location @n { ${pass} }`,
		["a"],
	],
	"a rewrite leaves the server's behind": [
		`set $b s; location /a { set $b a; rewrite ^ /t last; } location /t { ${pass} }`,
		["s …"],
	],
	"a script may change all": [
		`access_by_lua_block { ngx.var.b = "l" } location /a { set $b a; ${pass} }`,
		["…"],
	],
};

for (const [name, [body, expected]] of Object.entries(cases))
	test(name, () => assert.deepEqual(held(server(body)), expected));

test("another server's sets do not count", () => {
	const text = `http {
		map $host $b { default m; }
		server { location / { ${pass} } }
		server { set $b s; location / { ${pass} } }
	}`;
	assert.deepEqual(held(text), ["m", "s"]);
});

test("what includes a fragment may set it", () => {
	assert.deepEqual(held(`if ($arg_x) { set $b x; } location / { ${pass} }`), [
		"x …",
	]);
});

test("a stream's server", () => {
	assert.deepEqual(
		held("stream { server { set $b db:5432; proxy_pass $b; } }"),
		["db:5432"],
	);
});
