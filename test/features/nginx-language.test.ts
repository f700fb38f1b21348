/** What nginx knows of itself, offered and explained while somebody types. `<|>` is the cursor. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { completions } from "../../server/src/features/completion/completion.ts";
import type { Completion } from "../../server/src/features/completion/item.ts";
import { hover } from "../../server/src/features/hover.ts";
import { signatures } from "../../server/src/features/signature.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { parseFixture } from "../fixture.ts";
import { projectsOf } from "../workspace.ts";

function at(text: string) {
	const { files, cursor } = parseFixture(text);
	assert.ok(cursor, "the fixture has a cursor");
	const project = projectsOf(files).find((each) =>
		each.files.some(({ path }) => path === cursor.path),
	);
	assert.ok(project);
	return { project, files, ...cursor };
}

function completed(text: string): readonly Completion[] {
	const { project, path, offset } = at(text);
	return completions(project, path, offset);
}

const labels = (text: string) => completed(text).map(({ label }) => label);

/** The cursor's line when the completion of that label is taken. */
function taken(text: string, label: string): string | undefined {
	const { files, path, offset } = at(text);
	const found = completed(text).find((each) => each.label === label);
	assert.ok(found, `${label} is offered`);
	const after = applyEdits(files.get(path) ?? "", [
		{ path, ...found.replaces, newText: found.newText },
	]);
	const from = after.lastIndexOf("\n", found.replaces.start) + 1;
	assert.ok(offset >= found.replaces.end);
	return after.slice(from).split("\n")[0]?.trim();
}

const inServer = (line: string) => `=== nginx.conf
events {}
http {
    map $http_upgrade $connection_upgrade { default upgrade; '' close; }
    server {
        listen 80;
        ${line}
    }
}
`;

const inLocation = (line: string) => inServer(`location / { ${line} }`);

describe("directives", () => {
	test("those of the context, and no others", () => {
		const server = labels(inServer("pro<|>"));
		assert.ok(server.includes("proxy_set_header"));
		assert.ok(server.includes("location"));
		assert.ok(!server.includes("proxy_pass"), "that is a location's");
		assert.ok(!server.includes("worker_processes"));
		assert.ok(labels(inLocation("pro<|>")).includes("proxy_pass"));
		assert.deepEqual(
			labels("=== nginx.conf\nhttp {}\nevents { wor<|> }\n").filter((name) =>
				name.startsWith("worker"),
			),
			["worker_aio_requests", "worker_connections"],
		);
	});

	test("an included file has the contexts of its includes", () => {
		const offered = labels(`=== nginx.conf
events {}
http { server { location / { include proxy.conf; } } }
=== proxy.conf
proxy_pass http://127.0.0.1:3000;
pro<|>
`);
		assert.ok(offered.includes("proxy_set_header"));
		assert.ok(!offered.includes("server"));
		assert.ok(!offered.includes("events"));
	});

	test("are whole statements on a line of their own, and names in front of arguments", () => {
		assert.equal(taken(inServer("root<|>"), "root"), "root $1;$0", "a snippet");
		assert.equal(
			taken(inServer("roo<|> /srv;"), "root"),
			"root /srv;",
			"only the name",
		);
		assert.equal(taken(inServer("loca<|>"), "location"), "location $1 {");
	});

	test("nginx's own come before those of other versions and modules", () => {
		const offered = labels(inLocation("<|>"));
		assert.ok(offered.indexOf("zone_sync") < 0);
		assert.ok(offered.indexOf("proxy_pass") < offered.indexOf("brotli"));
		assert.ok(offered.indexOf("brotli") < offered.indexOf("auth_jwt"));
	});

	test("nothing inside a comment or a table", () => {
		assert.deepEqual(labels(inServer("# pro<|>\n")), []);
		assert.deepEqual(
			labels("=== nginx.conf\nevents {}\nhttp { map $a $b { pro<|> } }\n"),
			[],
		);
	});
});

describe("values", () => {
	const cases: [string, readonly string[]][] = [
		["gzip <|>", ["on", "off"]],
		["satisfy <|>", ["all", "any"]],
		["ssl_verify_client o<|>", ["on", "off", "optional", "optional_no_ca"]],
		["listen 443 ipv6only=<|>", ["ipv6only=on", "ipv6only=off"]],
		["location <|>", ["/", "= /", "^~ /", "~ ", "~* ", "@"]],
	];
	for (const [line, expected] of cases)
		test(line, () => assert.deepEqual(labels(inServer(line)), expected));

	test("parameters of listen, without those that are there", () => {
		const offered = labels(inServer("listen 443 ssl <|>"));
		assert.ok(offered.includes("reuseport"));
		assert.ok(offered.includes("backlog="));
		assert.ok(!offered.includes("ssl"));
		assert.ok(!offered.includes("unix:"));
	});

	test("parameters of an upstream's server and of proxy_cache_path", () => {
		assert.ok(
			labels(
				"=== nginx.conf\nevents {}\nhttp { proxy_cache_path /tmp/c <|> }\n",
			).includes("keys_zone="),
		);
	});

	test("headers with a usual value", () => {
		assert.equal(
			taken(inLocation("proxy_set_header X-Re<|>"), "X-Real-IP $remote_addr"),
			"location / { proxy_set_header X-Real-IP $remote_addr }",
		);
	});
});

describe("variables", () => {
	test("those of the file first, then nginx's own", () => {
		const offered = labels(inLocation("proxy_set_header Upgrade $<|>"));
		assert.equal(offered[0], "$connection_upgrade");
		assert.ok(offered.includes("$host"));
		assert.ok(offered.includes("$http_"));
		assert.ok(!offered.includes("$protocol"), "that is stream's");
	});

	test("inside quotes and braces", () => {
		assert.equal(
			taken(inLocation('return 200 "for $hos<|>'), "$host"),
			'location / { return 200 "for $host }',
		);
		assert.equal(
			taken(inLocation("return 200 ${hos<|>"), "$host"),
			// biome-ignore lint/suspicious/noTemplateCurlyInString: nginx's
			"location / { return 200 ${host} }",
		);
	});
});

describe("hover", () => {
	const markdown = (text: string) => {
		const { project, path, offset } = at(text);
		return hover(project, path, offset);
	};

	test("a directive: syntax, default, contexts, where to read more", () => {
		const found = markdown(inLocation("proxy_re<|>ad_timeout 1m;"));
		assert.match(found?.markdown ?? "", /proxy_read_timeout <time>;/);
		assert.match(found?.markdown ?? "", /Default: `60s`/);
		assert.match(found?.markdown ?? "", /In: http, server, location/);
		assert.match(
			found?.markdown ?? "",
			/https:\/\/nginx\.org\/en\/docs\/http\/ngx_http_proxy_module\.html#proxy_read_timeout/,
		);
		assert.equal(
			found?.describedBy,
			"ngx_http_proxy_module proxy_read_timeout",
		);
	});

	test("the one of its context", () => {
		const server = (line: string) => `=== nginx.conf\nevents {}\n${line}\n`;
		assert.equal(
			markdown(server("http { ser<|>ver { listen 80; } }"))?.describedBy,
			"ngx_http_core_module server",
		);
		assert.equal(
			markdown(server("stream { server { list<|>en 80; } }"))?.describedBy,
			"ngx_stream_core_module listen",
		);
	});

	test("a variable", () => {
		assert.equal(
			markdown(inLocation("return 200 a$ho<|>st;"))?.describedBy,
			"http $host",
		);
		assert.equal(
			markdown(inLocation("return 200 $http_x_d<|>ebug;"))?.describedBy,
			"http $http_NAME",
		);
	});

	test("white space and other arguments say nothing", () => {
		assert.equal(markdown(inServer("root  <|> /srv;")), undefined);
		assert.equal(markdown(inServer("root /s<|>rv;")), undefined);
	});
});

describe("signature help", () => {
	const shown = (line: string) => {
		const { project, path, offset } = at(inServer(line));
		return signatures(project, path, offset).map(
			({ label, parameters, active }) => {
				const [start, end] = parameters[active ?? -1] ?? [];
				return `${label} | ${label.slice(start ?? label.length, end)}`;
			},
		);
	};

	test("the argument that comes next", () => {
		assert.deepEqual(shown("add_header <|>"), [
			"add_header <name> <value> [always] | <name>",
		]);
		assert.deepEqual(shown("add_header X y <|>"), [
			"add_header <name> <value> [always] | [always]",
		]);
		assert.deepEqual(shown("root /a <|>"), ["root <path> | "]);
	});

	test("of several syntaxes the one that fits, parameters by their names", () => {
		assert.match(
			shown("listen 80 backlog=<|>")[0] ?? "",
			/\| \[backlog=<number>\]$/,
		);
		assert.deepEqual(shown("index a.html b.html <|>"), [
			"index <file> ... | <file> ...",
		]);
	});

	test("none where there is nothing to say", () => {
		assert.deepEqual(shown("internal <|>"), []);
		assert.deepEqual(shown("<|>"), []);
	});
});

describe("MIME types and files", () => {
	test("types where a directive takes some", () => {
		const offered = labels(inServer("gzip_types text/css <|>;"));
		assert.ok(offered.includes("application/json"));
		assert.ok(!offered.includes("text/css"), "stands there already");
		assert.ok(labels(inServer("default_type <|>;")).includes("text/html"));
		assert.equal(
			taken(inServer("types { im<|> }"), "image/avif"),
			"types { image/avif avif; }",
		);
	});

	test("the files beside the main one, for include", () => {
		const offered = labels(`=== nginx.conf
events {}
http {
    include conf.d/a.conf;
    include <|>;
}
=== conf.d/a.conf
server { listen 80; }
`);
		assert.deepEqual(
			offered.filter((label) => label.startsWith("conf.d/")),
			["conf.d/*.conf", "conf.d/a.conf"],
		);
	});
});
