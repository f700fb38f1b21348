/** Symbols across the files: renaming, references, hints, lenses, outline, links. `<|>` is the cursor. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codeLenses } from "../../server/src/features/code-lenses.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { links } from "../../server/src/features/links.ts";
import { findNames, outline } from "../../server/src/features/outline.ts";
import { rename } from "../../server/src/features/rename.ts";
import { symbolAt } from "../../server/src/features/symbol-at.ts";
import { check } from "../../server/src/rules/check.ts";
import type { Project } from "../../server/src/topology/model.ts";
import { parseFixture, root } from "../fixture.ts";
import { editFiles, type Files, findingsOf, projectsOf } from "../workspace.ts";

const stack = `=== nginx.conf
events {}
http {
    upstream Backend {
        server api:3000;
    }
    server {
        listen 80;
        server_name shop.example;
        location / { proxy_pass http://backend; }
        location /search/ { proxy_pass http://finder:9200/; }
        location /web/ { proxy_pass http://host.docker.internal:4000/; }
    }
}
=== docker-compose.yml
services:
  nginx:
    image: nginx:1.28
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
    depends_on: [api, search]
    extra_hosts: ["host.docker.internal:host-gateway"]
  api:
    image: example/api
    deploy: { replicas: 2, resources: { limits: { memory: 1G } } }
    environment:
      PORT: 3000
      SEARCH_URL: http://search:9200/index
  search:
    image: example/search
    depends_on:
      api: { condition: service_started }
    networks: { default: { aliases: [finder] } }
=== docker-compose.override.yml
services:
  "api":
    restart: always
=== ecosystem.config.js
module.exports = { apps: [{ name: 'web', script: 'web.js', instances: 2, env: { PORT: 4000 } }] };
=== package.json
{ "scripts": { "deploy": "pm2 restart web && pm2 save" } }
=== edgewise.json
{ "scalableServices": ["api", "web"] }
`;

/** The stack with the cursor in the first text of a file. */
function at(
	file: string,
	text: string,
): {
	files: Files;
	project: Project;
	path: string;
	offset: number;
} {
	const { files } = parseFixture(stack);
	const path = `${root}/${file}`;
	const offset = files.get(path)?.indexOf(text) ?? -1;
	assert.ok(offset >= 0, text);
	const [project] = projectsOf(files);
	assert.ok(project);
	return { files, project, path, offset };
}

/** The lines that a new name changes. */
function renamed(file: string, text: string, newName: string): string[] {
	const { files, project, path, offset } = at(file, text);
	const result = rename(project, path, offset, newName);
	assert.equal(result?.kind, "edits");
	const after = editFiles(files, result?.kind === "edits" ? result.edits : []);
	return [...after].flatMap(([name, now]) => {
		const before = files.get(name)?.split("\n") ?? [];
		return now
			.split("\n")
			.filter((line, i) => line !== before[i])
			.map((line) => `${name.slice(root.length + 1)}: ${line.trim()}`);
	});
}

describe("renaming", () => {
	test("a service, wherever it is named", () => {
		const expected = [
			"nginx.conf: server core:3000;",
			"docker-compose.yml: depends_on: [core, search]",
			"docker-compose.yml: core:",
			"docker-compose.yml: core: { condition: service_started }",
			'docker-compose.override.yml: "core":',
			'edgewise.json: { "scalableServices": ["core", "web"] }',
		];
		assert.deepEqual(renamed("docker-compose.yml", "api:\n", "core"), expected);
		assert.deepEqual(renamed("nginx.conf", "api:3000", "core"), expected);
	});

	test("a service in the URL of another's environment", () => {
		assert.ok(
			renamed("docker-compose.yml", "search:\n", "index").includes(
				"docker-compose.yml: SEARCH_URL: http://index:9200/index",
			),
		);
	});

	test("an upstream, in whatever letters it is written", () => {
		assert.deepEqual(renamed("nginx.conf", "backend;", "core"), [
			"nginx.conf: upstream core {",
			"nginx.conf: location / { proxy_pass http://core; }",
		]);
	});

	test("an alias", () => {
		assert.deepEqual(renamed("nginx.conf", "finder:9200", "index"), [
			"nginx.conf: location /search/ { proxy_pass http://index:9200/; }",
			"docker-compose.yml: networks: { default: { aliases: [index] } }",
		]);
	});

	test("a PM2 app, in scripts and settings too", () => {
		const { files, project, path, offset } = at("ecosystem.config.js", "web'");
		const result = rename(project, path, offset, "front");
		assert.equal(result?.kind, "edits");
		const after = editFiles(
			files,
			result?.kind === "edits" ? result.edits : [],
		);
		assert.match(after.get(path) ?? "", /name: 'front'/);
		assert.match(after.get(`${root}/edgewise.json`) ?? "", /"front"/);
	});

	test("what is no name, or is taken, is refused", () => {
		const { project, path, offset } = at("nginx.conf", "api:3000");
		assert.deepEqual(rename(project, path, offset, "search"), {
			kind: "refused",
			reason: "Service search exists already.",
		});
		assert.deepEqual(rename(project, path, offset, "a b"), {
			kind: "refused",
			reason: "a b is no name for a service.",
		});
	});

	test("elsewhere nothing of ours stands", () => {
		const { project, path, offset } = at("docker-compose.yml", "example/api");
		assert.equal(rename(project, path, offset, "x"), undefined);
	});

	test("the stack is as right as before", () => {
		const { files, project, path, offset } = at("nginx.conf", "api:3000");
		const result = rename(project, path, offset, "core");
		const after = editFiles(
			files,
			result?.kind === "edits" ? result.edits : [],
		);
		const words = (texts: Files) =>
			findingsOf(texts).map(({ rule, severity }) => `${severity} ${rule}`);
		assert.deepEqual(words(after), words(files));
	});
});

test("references begin with the definition", () => {
	const { project, path, offset } = at("nginx.conf", "api:3000");
	const found = symbolAt(project, path, offset);
	assert.equal(found?.symbol.kind, "service");
	assert.equal(
		found?.symbol.occurrences[0]?.at.path,
		`${root}/docker-compose.override.yml`,
	);
	assert.ok(found?.symbol.occurrences.some((each) => each.isDefinition));
});

test("inlay hints say who answers", () => {
	const { project, path, files } = at("nginx.conf", "events");
	const text = files.get(path) ?? "";
	assert.deepEqual(
		inlayHints(project, path, { start: 0, end: text.length }).map(
			({ offset, label }) =>
				text.slice(text.lastIndexOf("\n", offset) + 1, offset).trim() + label,
		),
		[
			"server api:3000 ⟶ service api ×2",
			"location /search/ { proxy_pass http://finder:9200 ⟶ service search",
			"location /web/ { proxy_pass http://host.docker.internal:4000 ⟶ pm2 web ×2",
		],
	);
});

test("code lenses count locations and problems", () => {
	const { project, files } = at("nginx.conf", "events");
	const lenses = (file: string) => {
		const path = `${root}/${file}`;
		return codeLenses(project, path, check(project)).map(
			({ at, title }) =>
				`${files.get(path)?.slice(at.start, at.end)}: ${title}`,
		);
	};
	assert.deepEqual(lenses("docker-compose.yml"), [
		"nginx: 0 locations",
		"api: 1 location",
		"search: 1 location",
	]);
	assert.deepEqual(lenses("nginx.conf"), ["Backend: 1 location"]);
	assert.deepEqual(lenses("ecosystem.config.js"), ["'web': 1 location"]);
});

test("the outline of an nginx file", () => {
	const { files, path } = at("nginx.conf", "events");
	const [events, http] = outline(path, files.get(path) ?? "");
	assert.equal(events?.name, "events");
	assert.deepEqual(
		http?.children.map(({ name, detail }) => `${name} ${detail}`.trim()),
		["upstream Backend", "server shop.example, 80"],
	);
	assert.deepEqual(
		http?.children[1]?.children.map(({ name }) => name),
		["location /", "location /search/", "location /web/"],
	);
});

test("names are found by letters in their order", () => {
	const { project } = at("nginx.conf", "events");
	const names = (query: string) =>
		findNames([project], query).map(({ kind, name }) => `${kind} ${name}`);
	assert.deepEqual(names("bcke"), ["upstream Backend"]);
	assert.deepEqual(names("shop"), ["server shop.example"]);
	assert.ok(names("").includes("app web"));
});

test("paths lead to the files of the project", () => {
	const { project, files } = at("nginx.conf", "events");
	const path = `${root}/docker-compose.yml`;
	assert.deepEqual(
		links(project, path).map(({ at, target }) => [
			files.get(path)?.slice(at.start, at.end),
			target,
		]),
		[['"./nginx.conf:/etc/nginx/nginx.conf:ro"', `${root}/nginx.conf`]],
	);
});
