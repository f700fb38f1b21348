import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNginx } from "../../../server/src/languages/nginx/parse.ts";
import { partOf } from "../../../server/src/languages/nginx/word.ts";
import { outline, printed } from "./shape.ts";

const text = `# main
http {
	upstream "api" { server app:3000 weight=2; } # one
	server {
		listen 80;
		location ~ \\.php$ {
			return 200 'it\\'s';
		}
	}
}
`;

test("statements, blocks and comments, with their places", () => {
	const tree = parseNginx("/etc/nginx/nginx.conf", text);
	assert.deepEqual(tree.errors, []);
	assert.equal(
		outline(tree.directives),
		"http { upstream api { server app:3000 weight=2; } server { listen 80; location ~ \\.php$ { return 200 it's; } } }",
	);
	assert.deepEqual(
		tree.comments.map(({ at }) => text.slice(at.start, at.end)),
		["# main", "# one"],
	);
	assert.equal(printed(tree, text), text);

	const [http] = tree.directives;
	assert.ok(http?.block?.kind === "directives");
	const [upstream] = http.block.directives;
	assert.ok(upstream?.block);
	const slice = ({ start, end }: { start: number; end: number }) =>
		text.slice(start, end);
	assert.equal(
		slice(upstream.at),
		'upstream "api" { server app:3000 weight=2; }',
	);
	assert.equal(slice(upstream.block.at), " server app:3000 weight=2; ");
	assert.deepEqual(upstream.args[0]?.quote, '"');
	assert.equal(upstream.args[0]?.at.path, "/etc/nginx/nginx.conf");
	assert.equal(slice(upstream.args[0]?.at ?? { start: 0, end: 0 }), '"api"');
});

test("a part of a word has its own place, behind escapes too", () => {
	const source = String.raw`proxy_pass "http:\/\/\"api\":3000";`;
	const [word] = parseNginx("/a", source).directives[0]?.args ?? [];
	assert.ok(word);
	assert.equal(word.text, String.raw`http:\/\/"api":3000`);
	const from = word.text.indexOf("3000");
	const port = partOf(word, from, from + 4);
	assert.equal(source.slice(port.start, port.end), "3000");
	const quoted = partOf(
		word,
		word.text.indexOf('"'),
		word.text.indexOf('"') + 1,
	);
	assert.equal(source.slice(quoted.start, quoted.end), '\\"');
});

test("carriage returns are white space, and no part of a comment's place", () => {
	const source = "# a\r\nserver {\r\n listen 80; # b\r\n}\r\n";
	const tree = parseNginx("/a", source);
	assert.deepEqual(
		tree.comments.map(({ at }) => source.slice(at.start, at.end)),
		["# a", "# b"],
	);
	assert.equal(outline(tree.directives), "server { listen 80; }");
	assert.equal(printed(tree, source), source);
});

test("a word over the buffer's size counts bytes, and replacement characters as one", () => {
	const kinds = (source: string) =>
		parseNginx("/a", source).errors.map(({ kind }) => kind);
	assert.deepEqual(kinds(`# ${"é".repeat(2046)}\na;`), []);
	assert.deepEqual(kinds(`# ${"é".repeat(2047)}\na;`), ["too-long"]);
	assert.deepEqual(kinds(`# ${"\ufffd".repeat(4000)}\na;`), []);
});

test("blocks deeper than anybody writes them are read flat, once said", () => {
	const depth = 100_000;
	const tree = parseNginx(
		"/a",
		`${"location / {".repeat(depth)}root /a;${"}".repeat(depth)}`,
	);
	assert.deepEqual(
		tree.errors.map(({ kind }) => kind),
		["too-deep"],
	);
	assert.match(outline(tree.directives), /root \/a;/);
});

test("time grows with the text, whatever is in it", () => {
	const units: readonly string[] = [
		"{",
		"a{",
		"location / {\n",
		"}",
		";",
		"root x\n",
		"listen x\nroot\n",
		'"a\n',
		"\"a;\n'b;\n",
		'"a\\\n',
		" ",
		"\\",
		"${",
		"a_by_lua_block { {\n}\n",
		'a_by_lua_block { "',
		"a_by_lua_block { [[",
		"[=",
		"a_by_lua_block {} ",
		"#",
		"a{1}",
		"return {",
		"return {}",
		"return {};",
		'"a { ',
		'"\nroot x',
		"if ",
		"location\n",
		"server a;\n",
		"root a}\n",
		"map a b {\n",
		"server {\n  a b;\nupstream x {\n  c d;\n",
		"server {\n  a b;\n",
		"upstream x\nserver a;\n",
		"\0",
	];
	const length = 150_000;
	for (const unit of units) {
		for (const head of [
			"",
			"x_by_lua_block {",
			"server_name ",
			"map a b {\n",
		]) {
			const source = head + unit.repeat(length / unit.length);
			const begin = performance.now();
			parseNginx("/a", source);
			// Quadratic would be minutes.
			assert.ok(performance.now() - begin < 60_000, `${head}${unit}`);
		}
	}
});

test("a megabyte is read", () => {
	const site = (n: number) =>
		`upstream u${n} {\n  server app${n}:3000 max_fails=3;\n}\nserver {\n  server_name a${n}.example;\n  location / {\n    proxy_pass http://u${n};\n  }\n}\n`;
	const source = `http {\n${Array.from({ length: 10_000 }, (_, n) => site(n)).join("")}}\n`;
	assert.ok(source.length > 1_300_000);
	const begin = performance.now();
	const tree = parseNginx("/a", source);
	assert.deepEqual(tree.errors, []);
	assert.ok(performance.now() - begin < 60_000);
});
