/** Which files are nginx's, and what the editor does while one types in them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import picomatch from "picomatch";

const manifest = JSON.parse(read("package.json"));
const [language] = manifest.contributes.languages;
const configuration = JSON.parse(read("language-configuration.json"));

test("the manifest names scopes that the grammar gives", () => {
	const [grammar] = manifest.contributes.grammars;
	const text = read(grammar.path.slice(2));
	assert.equal(JSON.parse(text).scopeName, grammar.scopeName);
	assert.equal(grammar.language, language.id);
	for (const scope of [
		...Object.keys(grammar.embeddedLanguages),
		...Object.keys(grammar.tokenTypes),
		...grammar.unbalancedBracketScopes,
	])
		assert.ok(text.includes(`"${scope}"`), scope);
});

test("files that are nginx's", () => {
	for (const path of [
		"/srv/app/nginx.conf",
		"/srv/app/nginx.prod.conf",
		"/srv/app/nginx-staging.conf",
		"/srv/app/docker/web-nginx.conf",
		"/srv/app/nginx.conf.example",
		"/srv/app/site.nginx",
		"/srv/app/nginx/default.conf",
		"/srv/app/docker/nginx/snippets/deep/ssl.conf",
		"/srv/app/nginx/templates/default.conf.template",
		"/srv/app/nginx/templates/20-api.template",
		"/srv/app/nginx/templates/tcp.stream-template",
		"/srv/app/templates/default.conf.template",
		"/srv/app/conf.d/api.conf",
		"/etc/nginx/sites-available/default",
		"/etc/nginx/sites-enabled/example.com",
		"/etc/nginx/mime.types",
		"/etc/nginx/fastcgi_params",
	])
		assert.ok(isNginx(path), path);
});

test("files that are others'", () => {
	for (const path of [
		"/srv/app/redis.conf",
		"/srv/app/my.conf",
		"/srv/app/nginx/Dockerfile",
		"/srv/app/nginx/README.md",
		"/srv/app/nginx/snippets/README.md",
		"/srv/app/nginx/html/index.html.template",
		"/srv/app/templates/mail.template",
		"/srv/app/nginx.conf.j2",
		"/srv/app/conf.d/notes.txt",
		"/srv/app/nginx.conf.d/README",
	])
		assert.ok(!isNginx(path), path);
});

test("a mode line", () => {
	const pattern = new RegExp(language.firstLine);
	assert.match("# vim: set ft=nginx ts=4 :", pattern);
	assert.match("# -*- mode: nginx -*-", pattern);
	assert.doesNotMatch("# nginx is configured elsewhere", pattern);
	assert.doesNotMatch("server {", pattern);
});

test("words are variables, directives, services and header names, whole", () => {
	const { pattern, flags } = configuration.wordPattern;
	const words = (line: string) => line.match(new RegExp(pattern, `g${flags}`));
	assert.deepEqual(words("proxy_set_header X-Real-IP $remote_addr;"), [
		"proxy_set_header",
		"X-Real-IP",
		"$remote_addr",
	]);
	assert.deepEqual(words("server middleware-1:3000 max_fails=3;"), [
		"server",
		"middleware-1",
		"3000",
		"max_fails",
		"3",
	]);
	assert.deepEqual(words("return 301 https://$host$request_uri;"), [
		"return",
		"301",
		"https",
		"$host",
		"$request_uri",
	]);
	assert.deepEqual(words("error_page 404 @fallback; # größe"), [
		"error_page",
		"404",
		"@fallback",
		"größe",
	]);
	assert.deepEqual(words("server $" + "{API_HOST}:80;"), [
		"server",
		"API_HOST",
		"80",
	]);
});

test("a line that opens a block indents the next, a brace that begins a line comes back", () => {
	const { increaseIndentPattern, decreaseIndentPattern } =
		configuration.indentationRules;
	const increases = (line: string) =>
		new RegExp(increaseIndentPattern).test(line);
	for (const line of [
		"http {",
		"  location ~ ^/a#b {",
		"server { # the first",
		"map $a $b {\t",
		"if ($x ~ {",
	])
		assert.ok(increases(line), line);
	for (const line of [
		"# http {",
		"listen 80; # {",
		"location / { return 200; }",
		"server",
		"root /a;",
		"}",
	])
		assert.ok(!increases(line), line);
	assert.match("    }", new RegExp(decreaseIndentPattern));
	assert.doesNotMatch("    a }", new RegExp(decreaseIndentPattern));
});

function isNginx(path: string): boolean {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return (
		language.filenames.includes(name) ||
		language.extensions.some((extension: string) => name.endsWith(extension)) ||
		// As VS Code has it: a pattern with a slash is held against the path, any other against the name.
		language.filenamePatterns.some((pattern: string) =>
			picomatch.isMatch(pattern.includes("/") ? path : name, pattern),
		)
	);
}

function read(name: string): string {
	return readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
}
