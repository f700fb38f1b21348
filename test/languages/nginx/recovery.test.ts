/** What a forgotten `;`, brace or quote leaves standing: the rest of the file, and one error at its place. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { readNginx } from "../../../server/src/languages/nginx/read.ts";
import type { NginxSyntaxError } from "../../../server/src/languages/nginx/tree.ts";
import { applyEdits } from "../../../server/src/text/edit.ts";
import { cases, site } from "../../conformance/nginx/cases.ts";
import { assertSound, outline } from "./shape.ts";

interface Broken {
	readonly text: string;
	/** The statements that are read all the same. */
	readonly reads: string;
	/** Kind and marked text of each error. */
	readonly errors: readonly (readonly [NginxSyntaxError["kind"], string])[];
	/** Its mends, one after the other, leave a text without errors that reads the same. */
	readonly mends: boolean;
}

const broken: Readonly<Record<string, Broken>> = {
	"a semicolon before another directive": {
		text: "server {\n  root /a\n  index b;\n}",
		reads: "server { root /a; index b; }",
		errors: [["missing-semicolon", "/a"]],
		mends: true,
	},
	"semicolons on several lines": {
		text: "location / {\n  proxy_http_version 1.1\n  proxy_set_header Host $host\n  proxy_pass http://a;\n}",
		reads:
			"location / { proxy_http_version 1.1; proxy_set_header Host $host; proxy_pass http://a; }",
		errors: [
			["missing-semicolon", "1.1"],
			["missing-semicolon", "$host"],
		],
		mends: true,
	},
	"a semicolon between the servers of an upstream": {
		text: "upstream a {\n  server 10.0.0.1:80\n  server 10.0.0.2:80;\n}",
		reads: "upstream a { server 10.0.0.1:80; server 10.0.0.2:80; }",
		errors: [["missing-semicolon", "10.0.0.1:80"]],
		mends: true,
	},
	"a semicolon before a comment and another directive": {
		text: "server {\n  ssl_ciphers HIGH # strong\n  # index x;\n  listen 80;\n}",
		reads: "server { ssl_ciphers HIGH; listen 80; }",
		errors: [["missing-semicolon", "HIGH"]],
		mends: true,
	},
	"a semicolon before a block": {
		text: "server {\n  server_name a b\n  listen 80\n  location / {\n    return 200;\n  }\n}",
		reads: "server { server_name a b; listen 80; location / { return 200; } }",
		errors: [
			["missing-semicolon", "b"],
			["missing-semicolon", "80"],
		],
		mends: true,
	},
	"a semicolon of a directive that we don't know, before a block": {
		text: "server {\n  brotli on\n  location / { return 200; }\n}",
		reads: "server { brotli on; location / { return 200; } }",
		errors: [["missing-semicolon", "on"]],
		mends: true,
	},
	"a semicolon before the closing brace": {
		text: "location / { proxy_pass http://a }",
		reads: "location / { proxy_pass http://a; }",
		errors: [["missing-semicolon", "http://a"]],
		mends: true,
	},
	"a semicolon before a closing brace that touches the word": {
		text: "server {\n  location / { return 200 ok}\n  location /b { return 201; }\n}",
		reads:
			"server { location / { return 200 ok; } location /b { return 201; } }",
		errors: [["missing-semicolon", "ok"]],
		mends: true,
	},
	"a semicolon at the end of the file": {
		text: "upstream a { server b; }\nroot /a",
		reads: "upstream a { server b; } root /a;",
		errors: [["missing-semicolon", "/a"]],
		mends: true,
	},
	"semicolons in a map": {
		text: "map $a $b {\n  default 1\n  x 2;\n  y 3\n}",
		reads: "map $a $b { default 1; x 2; y 3; }",
		errors: [
			["missing-semicolon", "1"],
			["missing-semicolon", "3"],
		],
		mends: true,
	},
	"the rest of a directive's name": {
		text: "location / {\n  proxy_\n  proxy_set_header Host $host;\n}",
		reads: "location / { proxy_; proxy_set_header Host $host; }",
		errors: [["missing-semicolon", "proxy_"]],
		mends: true,
	},
	"the brace of an upstream, indented": {
		text: "http {\n  upstream a {\n    server b;\n\n  # the site\n  server {\n    listen 80;\n  }\n}",
		reads: "http { upstream a { server b; } server { listen 80; } }",
		errors: [["missing-close-brace", "upstream a {"]],
		mends: true,
	},
	"the brace of an upstream, not indented": {
		text: "upstream a {\nserver b; # c\n\nserver {\nlisten 80;\n}\n",
		reads: "upstream a { server b; } server { listen 80; }",
		errors: [["missing-close-brace", "upstream a {"]],
		mends: true,
	},
	"the brace of a location before its sibling": {
		text: "server {\n\tlocation /a {\n\t\treturn 200;\n\n\tlocation /b {\n\t\treturn 201;\n\t}\n}",
		reads: "server { location /a { return 200; } location /b { return 201; } }",
		errors: [["missing-close-brace", "location /a {"]],
		mends: true,
	},
	"the brace of a map": {
		text: "map $a $b {\ndefault 1;\n\nserver {\nlisten 80;\n}\n",
		reads: "map $a $b { default 1; } server { listen 80; }",
		errors: [["missing-close-brace", "map $a $b {"]],
		mends: true,
	},
	"the braces at the end of the file": {
		text: "http {\n  server {\n    listen 80;\n",
		reads: "http { server { listen 80; } }",
		errors: [
			["missing-close-brace", "http {"],
			["missing-close-brace", "server {"],
		],
		mends: true,
	},
	"the opening brace of an upstream": {
		text: "upstream a\n  server b;\n}\nserver {\n  listen 80;\n}\n",
		reads: "upstream a { server b; } server { listen 80; }",
		errors: [["missing-open-brace", "upstream a"]],
		mends: true,
	},
	"the block of a location that is being written": {
		text: "server {\n  location /api\n  listen 80;\n}",
		reads: "server { location /api; listen 80; }",
		errors: [["missing-open-brace", "location /api"]],
		mends: false,
	},
	"the second half of a double quote": {
		text: 'server {\n  root "/a;\n  index b;\n  location / { return 200 "x"; }\n}',
		reads: "server { root /a; index b; location / { return 200 x; } }",
		errors: [["unclosed-quote", '"/a']],
		mends: true,
	},
	"the second half of a single quote, in the last line": {
		text: "server {\n  listen 80;\n  server_name 'a;\n}",
		reads: "server { listen 80; server_name a; }",
		errors: [["unclosed-quote", "'a"]],
		mends: true,
	},
	"the second half of a quote before a block": {
		text: 'server {\n  location "/a {\n    return 200;\n  }\n  add_header X "b";\n}',
		reads: "server { location /a { return 200; } add_header X b; }",
		errors: [["unclosed-quote", '"/a']],
		mends: true,
	},
	"the quotes of a quantifier": {
		text: "server { location ~ ^/\\d{3}/x$ { return 200; } listen 80; }",
		reads: "server { location ~ ^/\\d{3}/x$ { return 200; } listen 80; }",
		errors: [["unquoted-brace", "^/\\d{3}/x$"]],
		mends: true,
	},
	"the quotes of a quantifier in a condition": {
		text: "server { if ($uri ~ ^/a{2,}$) { return 200; } }",
		reads: "server { if ($uri ~ ^/a{2,}$) { return 200; } }",
		errors: [["unquoted-brace", "^/a{2,}$"]],
		mends: false,
	},
	"the quotes of JSON": {
		text: 'location / {\n  return 200 {"ok":true};\n}',
		reads: 'location / { return 200 {"ok":true}; }',
		errors: [["unquoted-brace", '{"ok":true}']],
		mends: true,
	},
	"an include with braces, which nginx doesn't know": {
		text: "include /a/{b,c}.conf;\nserver { listen 80; }",
		reads: "include /a/{b,c}.conf; server { listen 80; }",
		errors: [["unquoted-brace", "/a/{b,c}.conf"]],
		mends: false,
	},
	"text behind a quote": {
		text: 'add_header X "a"b;\nroot /c;',
		reads: "add_header X a b; root /c;",
		errors: [["text-behind-quote", "b"]],
		mends: false,
	},
	"a brace too many": {
		text: "server { listen 80; } }\nserver { listen 81; }",
		reads: "server { listen 80; } server { listen 81; }",
		errors: [["unexpected-close-brace", "}"]],
		mends: true,
	},
	"semicolons behind blocks and alone": {
		text: "server { listen 80;; };\nroot /a;",
		reads: "server { listen 80; } root /a;",
		errors: [
			["unexpected-semicolon", ";"],
			["unexpected-semicolon", ";"],
		],
		mends: true,
	},
	"a brace without a name": {
		text: "server { { listen 80; } root /a; }",
		reads: "server { listen 80; root /a; }",
		errors: [["unexpected-open-brace", "{"]],
		mends: false,
	},
	"a block in a map": {
		text: "map $a $b { x { y 1; } z 2; }",
		reads: "map $a $b { x { y 1; } z 2; }",
		errors: [["unexpected-open-brace", "{"]],
		mends: false,
	},
	"the brace of a Lua block": {
		text: "server {\n  content_by_lua_block {\n    local t = {\n  }\n  listen 80;\n}",
		reads: "server { content_by_lua_block {lua} listen 80; }",
		errors: [["unclosed-lua", "content_by_lua_block {"]],
		mends: false,
	},
	"the opening brace of a block on one line": {
		text: "http { map $a $b  default 1; }\nserver  listen 80; location ~ x  return 200; } } }",
		reads:
			"http { map $a $b { default 1; } server { listen 80; location ~ x { return 200; } } }",
		errors: [
			["missing-open-brace", "map $a $b"],
			["missing-open-brace", "server"],
			["missing-open-brace", "location ~ x"],
		],
		mends: false,
	},
	"the brace of a block on one line": {
		text: "server {\n  location /a { return 200;\n  location /b { return 201; }\n}",
		reads: "server { location /a { return 200; } location /b { return 201; } }",
		errors: [["missing-close-brace", "location /a {"]],
		mends: true,
	},
	"the second half of a quote in a block on one line": {
		text: 'if ($a = "2) { return 301; }\nlocation / { return 200 \'{"a":1}; }',
		reads: 'if ($a = 2) { return 301; } location / { return 200 {"a":1}; }',
		errors: [
			["unclosed-quote", '"2)'],
			["unclosed-quote", '\'{"a":1}'],
		],
		mends: true,
	},
	"the second half of a quote that closes before another brace": {
		text: "log_format a '$b;\nupstream api { server c; }\nserver { location / { return 200 '{}'; } }",
		reads:
			"log_format a $b; upstream api { server c; } server { location / { return 200 {}; } }",
		errors: [["unclosed-quote", "'$b"]],
		mends: true,
	},
	"a byte order mark": {
		text: "\ufeffevents {}",
		reads: "\ufeffevents {}",
		errors: [["byte-order-mark", "\ufeffevents"]],
		mends: false,
	},
};

for (const [name, { text, reads, errors, mends }] of Object.entries(broken)) {
	test(`lacks or has too much: ${name}`, () => {
		const tree = parseNginx("/nginx.conf", text);
		assertSound(tree, text);
		assert.equal(outline(tree.directives), reads);
		assert.deepEqual(
			tree.errors.map(({ kind, at }) => [kind, text.slice(at.start, at.end)]),
			errors,
		);
		if (!mends) return;
		const mended = mend(text, errors.length);
		const again = parseNginx("/nginx.conf", mended);
		assert.deepEqual(again.errors, [], mended);
		assert.equal(outline(again.directives), reads, mended);
	});

	test(`cut off anywhere: ${name}`, () => {
		for (let end = 0; end <= text.length; end++) {
			const prefix = text.slice(0, end);
			const tree = parseNginx("/nginx.conf", prefix);
			assertSound(tree, prefix);
			readNginx(tree.directives);
		}
	});
}

test("the message names the directive and what nginx makes of it", () => {
	const message = (text: string) =>
		parseNginx("/nginx.conf", text).errors[0]?.message;
	assert.equal(
		message("root /a\nindex b;"),
		'";" is missing at the end of "root": nginx reads the "index" that follows as part of it',
	);
	assert.equal(
		message("a { root /a }"),
		'";" is missing at the end of "root": nginx finds "}" in its place',
	);
	assert.equal(
		message("root /a"),
		'";" is missing at the end of "root": the file ends here',
	);
	assert.equal(
		message("server {"),
		'The block of "server" is not closed: its "}" is missing',
	);
});

test("a mend keeps the file's line breaks", () => {
	const text =
		"http {\r\n  upstream a {\r\n    server b;\r\n  server {\r\n  }\r\n}\r\n";
	assert.equal(
		mend(text, 1),
		"http {\r\n  upstream a {\r\n    server b;\r\n  }\r\n  server {\r\n  }\r\n}\r\n",
	);
});

test("the directive of a module that we don't know may take several lines", () => {
	const text =
		"server {\n  more_set_headers\n    index\n    root;\n}\nrtmp { server { allow publish\n  listen; } }";
	assert.deepEqual(parseNginx("/nginx.conf", text).errors, []);
});

/** Where the text without the mark is another one that nginx reads, or one mark in a pattern is all that lacks. */
const different = /line 19$|^without the [\\{}"] at 7(38|41|43|45), line 29$/;

for (const { name, bytes } of cases().filter(({ slip }) => slip)) {
	test(`a site ${name}: at most one error, and the same facts`, () => {
		const tree = parseNginx("/nginx.conf", bytes);
		assertSound(tree, bytes);
		assert.ok(tree.errors.length <= 1);
		if (!different.test(name)) assert.deepEqual(reached(bytes), reached(site));
	});
}

/** What the cross-file view would see. */
function reached(text: string): unknown {
	const facts = readNginx(parseNginx("/nginx.conf", text).directives);
	return {
		upstreams: facts.upstreams.map(({ name, servers }) => [
			name.text,
			...servers.map(({ address }) => address.text),
		]),
		passes: facts.passes.map(
			({ address, location }) => `${location?.pattern.value} → ${address.text}`,
		),
		servers: facts.servers.map(({ listens, names, locations }) => [
			listens.map(({ port }) => port?.value),
			names.map((name) => name.text),
			locations.map(({ pattern }) => pattern.value),
		]),
	};
}

function mend(text: string, times: number): string {
	let result = text;
	for (let time = 0; time < times; time++) {
		const found = parseNginx("/nginx.conf", result).errors.find(
			(error) => error.mend,
		)?.mend;
		assert.ok(found, result);
		result = applyEdits(result, [{ path: "/nginx.conf", ...found }]);
	}
	return result;
}
