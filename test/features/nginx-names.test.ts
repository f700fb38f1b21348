/** Zones, caches, log formats, named locations and variables: where they are declared, used, and renamed. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitions } from "../../server/src/features/definition.ts";
import { findNames, outline } from "../../server/src/features/outline.ts";
import { fixed, rename } from "../../server/src/features/rename.ts";
import { symbolAt } from "../../server/src/features/symbol-at.ts";
import type { Project } from "../../server/src/topology/model.ts";
import { parseFixture, root } from "../fixture.ts";
import { editFiles, type Files, projectsOf } from "../workspace.ts";

const site = `=== nginx.conf
events {}
http {
    limit_req_zone $binary_remote_addr zone=login:10m rate=5r/m;
    limit_conn_zone $server_name zone=open:10m;
    proxy_cache_path /var/cache/nginx keys_zone=pages:10m;
    log_format json escape=json '{"kind":"$kind","took":"\${request_time}s"}';
    map $uri $kind {
        default "other";
        "~^/(?<area>api|admin)/" "$area-$host";
    }
    include conf.d/*.conf;
}
=== conf.d/a.conf
server {
    listen 80;
    access_log /var/log/nginx/a.log JSON;
    set $backend "10.0.0.1:\${port}";
    include snippets/errors.conf;
    location / {
        limit_req zone=login burst=5;
        limit_conn open 10;
        proxy_cache "pages";
        try_files $uri @app;
    }
    location @app { proxy_pass http://$Backend/\${kind}x$1; }
    location @down { return 503 "$kind\\n$backend"; }
    location ~ "^/x(a$|$kind)" { rewrite "^/y$backend" /z$backend; return 204; }
}
=== conf.d/b.conf
server {
    listen 81;
    error_page 404 = @app;
    include snippets/errors.conf;
    location @app { return 404; }
    location @down { return 503; }
    location /lua { access_by_lua_block { local b = ngx.var.kind } return 204; }
}
=== conf.d/port.conf
geo $remote_addr $port { default 3000; }
=== snippets/errors.conf
error_page 502 504 @down;
`;

interface Cursor {
	readonly files: Files;
	readonly project: Project;
	readonly path: string;
	readonly offset: number;
}

/** The cursor one unit behind the beginning of a text in a file. */
function at(file: string, text: string): Cursor {
	const { files } = parseFixture(site);
	const path = `${root}/${file}`;
	const found = files.get(path)?.indexOf(text) ?? -1;
	assert.ok(found >= 0, text);
	const project = projectsOf(files).find(({ files }) =>
		files.some((each) => each.path === path),
	);
	assert.ok(project);
	return { files, project, path, offset: found + 1 };
}

function linesOf(
	files: Files,
	places: readonly { readonly path: string; readonly start: number }[],
): string[] {
	return places.map(({ path, start }) => {
		const text = files.get(path) ?? "";
		const from = text.lastIndexOf("\n", start - 1) + 1;
		const line = text.slice(from, text.indexOf("\n", start)).trim();
		return `${path.slice(root.length + 1)}: ${line}`;
	});
}

function occurrences(file: string, text: string): string[] {
	const { files, project, path, offset } = at(file, text);
	const found = symbolAt(project, path, offset);
	return linesOf(files, found?.symbol.occurrences.map((each) => each.at) ?? []);
}

function renamed(file: string, text: string, newName: string): string[] {
	const { files, project, path, offset } = at(file, text);
	const result = rename(project, path, offset, newName);
	if (result?.kind !== "edits") return [result?.reason ?? "nothing"];
	const after = editFiles(files, result.edits);
	return [...after].flatMap(([name, now]) => {
		const before = files.get(name)?.split("\n") ?? [];
		return now
			.split("\n")
			.filter((line, i) => line !== before[i])
			.map((line) => `${name.slice(root.length + 1)}: ${line.trim()}`);
	});
}

describe("where a name leads", () => {
	const defined = (file: string, text: string): string[] => {
		const { files, project, path, offset } = at(file, text);
		return linesOf(
			files,
			definitions(project, path, offset).map(({ to }) => to),
		);
	};

	test("a zone, a cache, a log format", () => {
		assert.deepEqual(defined("conf.d/a.conf", "login"), [
			"nginx.conf: limit_req_zone $binary_remote_addr zone=login:10m rate=5r/m;",
		]);
		assert.deepEqual(defined("conf.d/a.conf", "open 10"), [
			"nginx.conf: limit_conn_zone $server_name zone=open:10m;",
		]);
		assert.deepEqual(defined("conf.d/a.conf", "pages"), [
			"nginx.conf: proxy_cache_path /var/cache/nginx keys_zone=pages:10m;",
		]);
		assert.deepEqual(
			defined("conf.d/a.conf", "JSON").map((line) => line.slice(0, 27)),
			["nginx.conf: log_format json"],
		);
	});

	test("a named location, in its own server", () => {
		assert.deepEqual(defined("conf.d/a.conf", "@app"), [
			`conf.d/a.conf: location @app { proxy_pass http://$Backend/\${kind}x$1; }`,
		]);
		assert.deepEqual(defined("conf.d/b.conf", "@app"), [
			"conf.d/b.conf: location @app { return 404; }",
		]);
		// A snippet of both servers.
		assert.equal(defined("snippets/errors.conf", "@down").length, 2);
	});

	test("a variable, whatever declares it", () => {
		assert.deepEqual(defined("conf.d/a.conf", "port}"), [
			"conf.d/port.conf: geo $remote_addr $port { default 3000; }",
		]);
		assert.deepEqual(defined("nginx.conf", "area-"), [
			'nginx.conf: "~^/(?<area>api|admin)/" "$area-$host";',
		]);
		assert.deepEqual(defined("conf.d/a.conf", "Backend"), [
			`conf.d/a.conf: set $backend "10.0.0.1:\${port}";`,
		]);
		assert.deepEqual(defined("nginx.conf", "host"), []);
	});
});

test("references are every place that nginx reads as the name, and Lua's", () => {
	assert.deepEqual(occurrences("nginx.conf", "kind {"), [
		"nginx.conf: map $uri $kind {",
		`nginx.conf: log_format json escape=json '{"kind":"$kind","took":"\${request_time}s"}';`,
		`conf.d/a.conf: location @app { proxy_pass http://$Backend/\${kind}x$1; }`,
		'conf.d/a.conf: location @down { return 503 "$kind\\n$backend"; }',
		"conf.d/b.conf: location /lua { access_by_lua_block { local b = ngx.var.kind } return 204; }",
	]);
	assert.deepEqual(occurrences("nginx.conf", "host"), [
		'nginx.conf: "~^/(?<area>api|admin)/" "$area-$host";',
	]);
});

describe("renaming", () => {
	test("a zone, inside its word", () => {
		assert.deepEqual(renamed("conf.d/a.conf", "login", "signin"), [
			"nginx.conf: limit_req_zone $binary_remote_addr zone=signin:10m rate=5r/m;",
			"conf.d/a.conf: limit_req zone=signin burst=5;",
		]);
		assert.deepEqual(renamed("nginx.conf", "pages", "html"), [
			"nginx.conf: proxy_cache_path /var/cache/nginx keys_zone=html:10m;",
			'conf.d/a.conf: proxy_cache "html";',
		]);
	});

	test("a log format, in whatever letters it is written", () => {
		assert.deepEqual(
			renamed("nginx.conf", "json escape", "short")[1],
			"conf.d/a.conf: access_log /var/log/nginx/a.log short;",
		);
	});

	test("a variable: in words, braces and behind escapes, but in no regular expression", () => {
		assert.deepEqual(renamed("conf.d/a.conf", "backend ", "$api"), [
			`conf.d/a.conf: set $api "10.0.0.1:\${port}";`,
			`conf.d/a.conf: location @app { proxy_pass http://$api/\${kind}x$1; }`,
			'conf.d/a.conf: location @down { return 503 "$kind\\n$api"; }',
			'conf.d/a.conf: location ~ "^/x(a$|$kind)" { rewrite "^/y$backend" /z$api; return 204; }',
		]);
		assert.deepEqual(renamed("nginx.conf", "area>", "part"), [
			'nginx.conf: "~^/(?<part>api|admin)/" "$part-$host";',
		]);
	});

	test("a named location, in its own server, and in all that share a snippet", () => {
		assert.deepEqual(renamed("conf.d/b.conf", "@app", "site"), [
			"conf.d/b.conf: error_page 404 = @site;",
			"conf.d/b.conf: location @site { return 404; }",
		]);
		assert.equal(renamed("conf.d/b.conf", "@down", "@broken").length, 3);
	});

	test("what is no name, is taken or is nginx's is refused", () => {
		const refused = [
			["nginx.conf", "login", "a:b", "a:b is no name for a zone."],
			["nginx.conf", "login", "open", "Zone open exists already."],
			["nginx.conf", "pages", "off", "off is no name for a cache."],
			["nginx.conf", "kind {", "a-b", "$a-b is no name for a variable."],
			["nginx.conf", "kind {", "Port", "Variable $Port exists already."],
			["nginx.conf", "kind {", "uri", "Variable $uri is nginx's own."],
			["nginx.conf", "kind {", "arg_x", "Variable $arg_x is nginx's own."],
			["nginx.conf", "host", "site", "Variable $host is nginx's own."],
			[
				"nginx.conf",
				"json ",
				"combined",
				"Log format combined is nginx's own.",
			],
			[
				"conf.d/a.conf",
				"@app",
				"@down",
				"Named location @down exists already.",
			],
		] as const;
		for (const [file, text, newName, reason] of refused)
			assert.deepEqual(renamed(file, text, newName), [reason]);
	});

	test("what nothing declares keeps its name", () => {
		const { files } = parseFixture(
			"=== snippets/a.conf\nlocation /a { limit_req zone=api; proxy_pass http://10.0.0.1; }\n",
		);
		const [project] = projectsOf(files);
		assert.ok(project);
		const path = `${root}/snippets/a.conf`;
		const offset = files.get(path)?.indexOf("api") ?? 0;
		const found = symbolAt(project, path, offset);
		assert.ok(found);
		assert.equal(fixed(found.symbol), "Nothing here declares zone api.");
	});
});

test("the outline and the search have zones, log formats and what else is declared", () => {
	const { files, project } = at("nginx.conf", "events");
	const text = files.get(`${root}/nginx.conf`) ?? "";
	const http = outline(`${root}/nginx.conf`, text)[1];
	assert.deepEqual(
		http?.children.map(({ name, detail }) => `${name} (${detail})`),
		[
			"login (limit_req_zone)",
			"open (limit_conn_zone)",
			"pages (proxy_cache_path)",
			"json (log_format)",
			"map $uri $kind ()",
		],
	);
	assert.deepEqual(
		findNames([project], "ki").map(({ name, kind }) => `${kind} ${name}`),
		["variable $kind"],
	);
});
