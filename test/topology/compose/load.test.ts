/** Loading a project: what is asked for, what is known of a file that is broken, and where values come from. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: compose writes its variables so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadCompose } from "../../../server/src/topology/compose/load.ts";
import {
	lookup,
	type SourceFile,
} from "../../../server/src/topology/snapshot.ts";
import { corpus, filesBelow } from "../../corpus.ts";
import { home, loadFiles, lookOver } from "./load.ts";

describe("what is not known yet", () => {
	test("is asked for, and nothing is wrong meanwhile", () => {
		const known = new Map<string, string>();
		const rounds: string[][] = [];
		for (;;) {
			const look = lookup({
				file: (path) =>
					known.has(path) ? { path, text: known.get(path) ?? "" } : undefined,
				directory: () => [{ name: "compose.yaml", kind: "file" }],
			});
			const { problems, complete } = loadCompose({ directory: home }, look);
			assert.deepEqual(problems, []);
			if (look.missing.files.size === 0) {
				assert.equal(complete, true);
				break;
			}
			const asked = [...look.missing.files].sort();
			rounds.push(asked);
			for (const path of asked)
				known.set(path, texts[path.slice(home.length + 1)] ?? "");
		}
		assert.deepEqual(rounds, [
			[`${home}/.env`, `${home}/compose.yaml`],
			[
				`${home}/app.env`,
				`${home}/base.yaml`,
				`${home}/sub/.env`,
				`${home}/sub/compose.yaml`,
			],
		]);
	});

	const texts: Record<string, string> = {
		"compose.yaml":
			"include: [sub/compose.yaml]\nservices:\n  a:\n    extends: {file: base.yaml, service: x}\n    env_file: app.env\n    depends_on: [b]\n",
		"sub/compose.yaml": "services: {b: {image: b}}\n",
		"base.yaml": "services: {x: {image: x}}\n",
		"app.env": "A=1\n",
	};

	test("may be the directory", () => {
		const look = lookup({ file: () => undefined, directory: () => undefined });
		const model = loadCompose({ directory: home }, look);
		assert.equal(model.complete, false);
		assert.deepEqual([...look.missing.directories], [home]);
	});
});

describe("a file that is broken", () => {
	const good: SourceFile = {
		path: `${home}/compose.yaml`,
		text: "services:\n  a: {image: a, depends_on: [nobody]}\n",
	};
	const bad: SourceFile = {
		path: good.path,
		text: "services:\n  a: {image: a, depends_on: [nobody\n",
	};
	const load = (file: SourceFile) =>
		loadCompose(
			{ files: [file.path] },
			lookup({
				file: (path) => (path === file.path ? file : null),
				directory: () => null,
			}),
		);

	test("is read from its last good text, and only its syntax is reported", () => {
		const model = load({ ...bad, lastGood: good });
		assert.deepEqual([...model.services.keys()], ["a"]);
		assert.equal(model.complete, true);
		assert.deepEqual(
			[...new Set(model.problems.map(({ rule }) => rule))],
			["compose-syntax"],
		);
		assert.equal(
			model.files.find(({ path }) => path === good.path)?.from,
			good,
		);
	});

	test("without a good text is incomplete", () => {
		const model = load(bad);
		assert.equal(model.complete, false);
		assert.deepEqual(
			[...new Set(model.problems.map(({ rule }) => rule))],
			["compose-syntax"],
		);
	});

	test("that is whole again counts itself", () => {
		const model = load({ ...good, lastGood: bad });
		assert.deepEqual(
			model.problems.map(({ rule }) => rule),
			["compose-reference-unknown"],
		);
	});
});

describe("a value knows where it stands", () => {
	const files = {
		".env": "PORT=8080 # host\n",
		"compose.yaml":
			'services:\n  web:\n    image: nginx\n    ports:\n      - "${PORT}:80"\n      - 127.0.0.1:81:8181/tcp\n    environment:\n      - A=one\n    env_file: web.env\n',
		"compose.override.yaml":
			"services:\n  web:\n    deploy: {replicas: 3}\n    environment: {B: two}\n",
		"web.env": "A=file\nC='three'\n",
	};
	const model = loadFiles(files);
	const web = model.services.get("web");
	assert.ok(web);
	const words = (at: { path: string; start: number; end: number }) =>
		`${at.path.slice(home.length + 1)}: ${(files as Record<string, string>)[at.path.slice(home.length + 1)]?.slice(at.start, at.end)}`;

	test("ports, with the parts of their text", () => {
		assert.deepEqual(
			web.ports.map(({ target, published }) => [
				words(target.at),
				published && words(published.at),
			]),
			[
				["compose.yaml: 80", "compose.yaml: ${PORT}"],
				["compose.yaml: 8181", "compose.yaml: 81"],
			],
		);
	});

	test("environment, from the file that sets it", () => {
		assert.deepEqual(
			[...web.environment.values()].map(({ name, value, valueAt }) => [
				name,
				value,
				words(valueAt),
			]),
			[
				["A", "one", "compose.yaml: one"],
				["C", "three", "web.env: 'three'"],
				["B", "two", "compose.override.yaml: two"],
			],
		);
	});

	test("replicas, from the override", () => {
		assert.ok(web.replicas);
		assert.equal(words(web.replicas.at), "compose.override.yaml: 3");
	});

	test("the service, where it is named first", () => {
		assert.equal(words(web.at), "compose.yaml: web");
	});

	test("variables, with the line that sets them", () => {
		const [reference] = model.references;
		assert.ok(reference?.setting?.at);
		assert.deepEqual(
			[
				words(reference.at),
				reference.setting.value,
				words(reference.setting.at),
			],
			["compose.yaml: ${PORT}", "8080", ".env: 8080"],
		);
	});

	test("the files, with their roles", () => {
		assert.deepEqual(
			model.files.map(({ path, role }) => [path.slice(home.length + 1), role]),
			[
				["compose.yaml", "compose"],
				["compose.override.yaml", "compose"],
				[".env", "dotenv"],
				["web.env", "env_file"],
			],
		);
	});
});

test("a variant is named behind the default files", () => {
	const model = loadFiles(
		{
			"docker-compose.yml": "services: {web: {image: nginx}}\n",
			"docker-compose.linux.yml":
				'services: {web: {extra_hosts: ["host.docker.internal:host-gateway"]}}\n',
		},
		{ directory: home, and: [`${home}/docker-compose.linux.yml`] },
	);
	assert.equal(
		model.services.get("web")?.extraHosts[0]?.host,
		"host.docker.internal",
	);
});

test("what the shell sets goes before .env", () => {
	const files = {
		".env": "TAG=1\n",
		"compose.yaml": 'services: {a: {image: "a:$TAG"}}\n',
	};
	assert.equal(
		loadFiles(
			files,
			{ directory: home },
			{ variables: { TAG: "2" } },
		).services.get("a")?.image?.value,
		"a:2",
	);
});

test("one circle is one problem, at the entry that closes it", () => {
	const text =
		"services:\n  a: {image: a, depends_on: [b]}\n  b: {image: b, depends_on: [c]}\n  c: {image: c, depends_on: [b]}\n";
	const { problems } = loadFiles({ "compose.yaml": text });
	assert.deepEqual(
		problems.map(({ rule, at, message }) => [rule, at.start, message]),
		[
			[
				"compose-cycle",
				text.lastIndexOf("b]"),
				"Services depend on each other in a circle (b, c, b): compose refuses to start anything.",
			],
		],
	);
});

test("a service that many extend is wrong once", () => {
	const { problems } = loadFiles({
		"compose.yaml":
			'services:\n  base: {image: x, ports: ["a:80"]}\n  one: {extends: base}\n  two: {extends: base}\n',
	});
	assert.deepEqual(
		problems.map(({ rule }) => rule),
		["compose-port-invalid"],
	);
});

describe("what is surely meant instead", () => {
	for (const [name, before, after] of [
		[
			"a key",
			'services:\n  web:\n    image: x\n    prots: ["80:80"]\n',
			'services:\n  web:\n    image: x\n    ports: ["80:80"]\n',
		],
		[
			"a quoted name",
			"services:\n  web: {image: x, depends_on: ['databse']}\n  database: {image: x}\n",
			"services:\n  web: {image: x, depends_on: ['database']}\n  database: {image: x}\n",
		],
		[
			"two merge keys",
			"x-a: &a {restart: always}\nx-b: &b {hostname: b}\nservices:\n  web:\n    <<: *a\n    <<: [*b]\n    image: x\n",
			"x-a: &a {restart: always}\nx-b: &b {hostname: b}\nservices:\n  web:\n    <<: [*a, *b]\n    image: x\n",
		],
	] as const)
		test(`of ${name} is a mend that ends the problem`, () => {
			const [problem, ...others] = loadFiles({
				"compose.yaml": before,
			}).problems;
			assert.ok(problem?.mend);
			assert.deepEqual(others, []);
			const { start, end, newText } = problem.mend;
			assert.equal(before.slice(0, start) + newText + before.slice(end), after);
			assert.deepEqual(loadFiles({ "compose.yaml": after }).problems, []);
		});

	test("of a name like no other is nothing", () => {
		const [problem] = loadFiles({
			"compose.yaml": "services:\n  web: {image: x, depends_on: [queue]}\n",
		}).problems;
		assert.equal(problem?.rule, "compose-reference-unknown");
		assert.equal(problem.mend, undefined);
	});
});

test("the stacks of the corpus have no problems", (t) => {
	const stacks = corpus("corpus/stacks");
	if (stacks === undefined)
		return t.diagnostic("the corpus is not on this machine");
	for (const path of filesBelow(stacks).filter((file) =>
		/\.ya?ml$/.test(file),
	)) {
		const model = loadFiles({ "compose.yaml": readFileSync(path, "utf8") });
		assert.deepEqual(model.problems, [], path);
		assert.ok(model.services.size > 1);
	}
});

test("nothing is nested too deeply to be survived", () => {
	for (const unit of [
		"x: y: z\n",
		"[",
		"{a: ",
		"- ",
		"? ",
		"- a:\n",
		"${A:-",
		"&a [*a, ",
	])
		for (const before of [
			"",
			"services:\n  a:\n    image: x\n    command: ",
			"services: ",
		]) {
			const { problems } = loadFiles({
				"compose.yaml": before + unit.repeat(5_000),
			});
			assert.ok(problems.length > 0);
		}
});

test("every prefix of a project's file loads", () => {
	const text =
		'name: x\ninclude: [other.yaml]\nservices:\n  a:\n    extends: {service: b}\n    ports: ["80:80", {target: 1}]\n    volumes: [./x:/y:ro, {type: bind, source: ., target: /z}]\n    networks: {front: {aliases: [z]}}\n    environment: [A=1]\n    configs: [{source: c, target: /t}]\n    healthcheck: {test: [CMD, x]}\n    depends_on: {b: {condition: service_healthy}}\n  b:\n    build: {context: ., args: [X]}\n    env_file: [{path: .env}]\nconfigs: {c: {content: "$$x"}}\nnetworks: {front: }\n';
	for (let end = 0; end <= text.length; end++) {
		const files = {
			"compose.yaml": text.slice(0, end),
			"other.yaml": "services: {o: {image: o}}\n",
		};
		const { problems } = loadCompose({ directory: home }, lookOver(files));
		for (const { at } of problems)
			assert.ok(at.start <= at.end && at.end <= end);
	}
});
