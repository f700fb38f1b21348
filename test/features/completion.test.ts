/** What is offered, most of it while the file is half typed. `<|>` is the cursor. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { completions } from "../../server/src/features/completion/completion.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { parseFixture } from "../fixture.ts";
import { projectsOf } from "../workspace.ts";

const inCompose = `=== docker-compose.yml
services:
  nginx:
    image: nginx:1.28
    networks: [edge]
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf:ro
      - ./conf.d:/etc/nginx/conf.d:ro
      - ./certs/site.pem:/etc/ssl/site.pem:ro
  api:
    image: example/api
    networks: [edge]
    environment: { PORT: 3000 }
  db:
    image: postgres:17
    networks: [back]
networks:
  edge:
  back:
=== ecosystem.config.js
module.exports = { apps: [{ name: 'web', script: 'web.js', env: { PORT: 4000 } }] };
=== conf.d/site.conf
server { listen 443 ssl; }
`;

function offered(text: string): readonly string[] {
	const { files, cursor } = parseFixture(text);
	assert.ok(cursor, "the fixture has a cursor");
	const project = projectsOf(files).find((each) =>
		each.files.some(({ path }) => path === cursor.path),
	);
	return project
		? completions(project, cursor.path, cursor.offset).map(({ label }) => label)
		: [];
}

/** The cursor's line when the first completion is taken. */
function taken(text: string): string | undefined {
	const { files, cursor } = parseFixture(text);
	assert.ok(cursor);
	const project = projectsOf(files).find((each) =>
		each.files.some(({ path }) => path === cursor.path),
	);
	const [first] = project
		? completions(project, cursor.path, cursor.offset)
		: [];
	if (!first) return undefined;
	const before = files.get(cursor.path) ?? "";
	const after = applyEdits(before, [
		{ path: cursor.path, ...first.replaces, newText: first.newText },
	]);
	const line = before.slice(0, cursor.offset).split("\n").length - 1;
	return after.split("\n")[line]?.trim();
}

function http(body: string): string {
	return `=== nginx.conf\nevents {}\nhttp {\n    include conf.d/*.conf;\n    upstream app {\n        server api:3000;\n    }\n${body}\n}\n`;
}

describe("in nginx", () => {
	test("a server line: services of its networks, then the host", () => {
		assert.deepEqual(
			offered(`${http("    upstream b {\n        server <|>")}${inCompose}`),
			["api:3000", "host.docker.internal:4000"],
		);
	});

	test("the word that is typed is replaced", () => {
		assert.equal(
			taken(
				`${http("    upstream b {\n        server ap<|>;\n    }")}${inCompose}`,
			),
			"server api:3000;",
		);
	});

	test("a pass directive: upstreams first, with the scheme", () => {
		assert.deepEqual(
			offered(
				`${http("    server {\n        location / { proxy_pass <|> }\n    }")}${inCompose}`,
			),
			["http://app", "http://api:3000", "http://host.docker.internal:4000"],
		);
		assert.equal(
			taken(
				`${http("    server {\n        location / { proxy_pass https://<|>\n")}${inCompose}`,
			),
			"location / { proxy_pass https://app",
		);
		assert.deepEqual(
			offered(
				`${http("    server {\n        location / { fastcgi_pass <|> }\n    }")}${inCompose}`,
			),
			["app", "api:3000", "host.docker.internal:4000"],
		);
	});

	test("nginx on the host sends to loopback", () => {
		assert.deepEqual(
			offered(
				"=== nginx.conf\nevents {}\nhttp {\n    upstream b {\n        server <|>\n    }\n}\n=== ecosystem.config.js\nmodule.exports = { apps: [{ name: 'web', script: 'web.js', env: { PORT: 4000 } }] };\n",
			),
			["127.0.0.1:4000"],
		);
	});

	test("paths of its container", () => {
		assert.deepEqual(offered(`${http("    include <|>")}${inCompose}`), [
			"/etc/nginx/conf.d/*.conf",
			"/etc/nginx/conf.d/site.conf",
			"/etc/nginx/nginx.conf",
		]);
		assert.deepEqual(
			offered(`${http("    server { ssl_certificate <|>")}${inCompose}`),
			["/etc/ssl/site.pem"],
		);
	});

	const named = `    limit_req_zone $binary_remote_addr zone=login:10m rate=5r/m;
    limit_conn_zone $server_name zone=open:10m;
    proxy_cache_path /var/cache/nginx keys_zone=pages:10m;
    log_format json escape=json '{}';
    map $uri $kind { default a; "~^/(?<area>api)/" b; }
`;
	const inLocation = (line: string) =>
		http(
			`${named}    server {\n        location @app { return 404; }\n        location / { ${line}\n    }`,
		);

	test("names that the configuration declares, where one is to be named", () => {
		const offers: readonly (readonly [string, readonly string[]])[] = [
			["limit_req <|>", ["zone=login"]],
			["limit_req zone=lo<|>; }", ["zone=login"]],
			["limit_conn <|>", ["open"]],
			["proxy_cache <|>; }", ["pages"]],
			["access_log /var/log/a.log <|>", ["json"]],
			["try_files $uri @<|>; }", ["@app"]],
			["error_page 404 = <|>", ["@app"]],
			["return 200 $<|>; }", ["$kind", "$area"]],
			['return 200 "a $k<|>', ["$kind", "$area"]],
			[`return 200 \${<|>}; }`, ["$kind", "$area"]],
		];
		for (const [line, labels] of offers)
			assert.deepEqual(
				offered(inLocation(line)).slice(0, labels.length),
				labels,
				line,
			);
		assert.ok(!offered(inLocation("fastcgi_cache <|>; }")).includes("pages"));
		assert.ok(!offered(inLocation("set $kin<|>")).includes("$kin"));
		assert.equal(
			taken(inLocation(`return 200 x-\${k<|>; }`)),
			`location / { return 200 x-\${kind}; }`,
		);
		assert.equal(
			taken(inLocation("limit_req zone=l<|> burst=5; }")),
			"location / { limit_req zone=login burst=5; }",
		);
	});

	test("nothing in comments, strings, behind the address, or for a server block", () => {
		for (const body of [
			"    # server <|>",
			'    upstream b { server "<|>',
			"    upstream b { server api:3000 <|>",
			"    server <|>",
		])
			assert.deepEqual(offered(`${http(body)}${inCompose}`), [], body);
	});
});

describe("in compose", () => {
	const wanted = `=== nginx.conf
events {}
http {
    server {
        listen 8080;
        location / { proxy_pass http://backend:3000; }
        location /web/ { proxy_pass http://host.docker.internal:4000; }
        location /api/ { proxy_pass http://api:3001; }
    }
}
`;
	const compose = (nginx: string, api: string) =>
		`${wanted}=== docker-compose.yml\nservices:\n  nginx:\n    image: nginx:1.28\n    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]\n${nginx}  api:\n    image: example/api\n${api}networks:\n  back:\n`;

	test("the host's entry for extra_hosts, in quotes", () => {
		assert.equal(
			taken(compose("    extra_hosts:\n      - <|>\n", "")),
			'- "host.docker.internal:host-gateway"',
		);
		assert.equal(
			taken(compose("    extra_hosts:\n      - 'host<|>'\n", "")),
			"- 'host.docker.internal:host-gateway'",
		);
	});

	test("networks, nginx's first", () => {
		assert.deepEqual(offered(compose("", "    networks:\n      - <|>\n")), [
			"default",
			"back",
		]);
	});

	test("the names that nginx looks for, as aliases", () => {
		assert.deepEqual(
			offered(
				compose(
					"",
					"    networks:\n      default:\n        aliases:\n          - <|>\n",
				),
			),
			["backend"],
		);
	});

	test("ports: what nginx listens on, and what it looks for on the host", () => {
		assert.deepEqual(offered(compose("    ports:\n      - <|>\n", "")), [
			"8080:8080",
		]);
		assert.deepEqual(offered(compose("", "    ports:\n      - <|>\n")), [
			"4000:4000",
		]);
		assert.deepEqual(offered(compose("", "    expose:\n      - <|>\n")), [
			"3001",
		]);
	});

	test("depends_on: what nginx looks up", () => {
		assert.deepEqual(offered(compose("    depends_on:\n      - <|>\n", "")), [
			"api",
		]);
	});

	test("nothing elsewhere: other extensions know the keys", () => {
		for (const api of [
			"    <|>\n",
			"    image: <|>\n",
			"    command:\n      - <|>\n",
		])
			assert.deepEqual(offered(compose("", api)), []);
	});
});

describe("in an ecosystem file", () => {
	const nginx =
		"=== nginx.conf\nevents {}\nhttp {\n    upstream web {\n        server 127.0.0.1:4000;\n        server 127.0.0.1:4001;\n    }\n    server { location / { proxy_pass http://web; } }\n}\n";
	const file = (app: string) =>
		`${nginx}=== ecosystem.config.js\nmodule.exports = {\n  apps: [\n    {\n      name: 'web',\n      script: 'web.js',\n${app}\n    },\n  ],\n};\n`;

	test("the ports that nginx expects, those nobody opens first", () => {
		assert.deepEqual(offered(file("      env: { PORT: <|> },")), [
			"4000",
			"4001",
		]);
		assert.deepEqual(offered(file("      env: { PORT: 4000<|> },")), [
			"4001",
			"4000",
		]);
	});

	test("fields that the app does not have yet, with what they mean", () => {
		const labels = offered(file("      ins<|>"));
		assert.ok(labels.includes("instances"));
		assert.ok(!labels.includes("name"));
		assert.equal(taken(file("      exec_mode: <|>,")), "exec_mode: 'cluster',");
	});

	test("nothing in comments and strings", () => {
		assert.deepEqual(offered(file("      // ins<|>")), []);
		assert.deepEqual(offered(file("      cwd: 'ab <|>',")), []);
	});
});
