/** Names, shapes, fields and places of ecosystem files. What PM2 does with each stands in test/conformance/pm2. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	isBelievedConfigName,
	isConfigName,
} from "../../../server/src/languages/pm2/config-name.ts";
import { fieldName } from "../../../server/src/languages/pm2/fields.ts";
import { commentsOf } from "../../../server/src/languages/pm2/read.ts";
import { violations } from "../../../server/src/languages/pm2/validate.ts";
import { path, read } from "./describe.ts";

test("names that PM2 reads, and names that people believe it reads", () => {
	const config = [
		"ecosystem.config.js",
		"pm2.config.cjs",
		"a.config.mjs",
		"ecosystem.json5",
		"process.yml",
		"pm2.yaml",
		"foo.json.js",
	];
	const believed = [
		"ecosystem.js",
		"ecosystem.cjs",
		"ecosystem.config.ts",
		"pm2.mjs",
		"process.ts",
	];
	for (const name of config) assert.ok(isConfigName(`/srv/${name}`), name);
	for (const name of believed)
		assert.ok(isBelievedConfigName(`/srv/${name}`), name);
	for (const name of [...believed, "server.js"])
		assert.ok(!isConfigName(`/srv/${name}`), name);
	for (const name of [...config, "server.js", "my-ecosystem.js"])
		assert.ok(!isBelievedConfigName(`/srv/${name}`), name);
	assert.ok(!isConfigName("/srv/stack.json.d/server.js"));
});

const one = "{ apps: [{ name: 'a', script: 'x' }] }";

const shapes: readonly (readonly [
	text: string,
	loading: string,
	apps: number,
	options?: Parameters<typeof read>[1],
])[] = [
	[`module.exports = ${one}`, "loaded", 1],
	["module.exports = { apps: { script: 'x' } }", "loaded", 1],
	["module.exports = [{ script: 'x' }, { script: 'y' }]", "loaded", 2],
	["module.exports = { script: 'x' }", "loaded", 1],
	["module.exports.apps = [{ script: 'x' }]", "loaded", 1],
	["exports.pm2 = [{ script: 'x' }]", "loaded", 1],
	["module.exports = { apps: [] }", "loaded", 0],
	["module.exports = {}", "refused: no-script", 0],
	["", "refused: no-script", 0],
	["module.exports = () => ({ apps: [] })", "refused: function", 0],
	["module.exports = async function () {}", "refused: function", 0],
	["module.exports = Promise.resolve({})", "refused: promise", 0],
	["module.exports = (async () => ({}))()", "refused: promise", 0],
	[`module.exports = { default: ${one} }`, "refused: default-property", 1],
	[`export default ${one}`, "refused: export-default", 1],
	["export default () => ({})", "refused: export-default", 0],
	["export const apps = [{ script: 'x' }]", "loaded, requires a module", 1],
	[
		`const config = ${one}; export { config as 'module.exports' }`,
		"loaded, requires a module",
		1,
	],
	[
		`module.exports = ${one}`,
		"refused: commonjs-in-module",
		1,
		{ typeOfPackage: "module" },
	],
	[`module.exports = ${one}`, "loaded", 1, { typeOfPackage: "commonjs" }],
	[
		`module.exports = ${one}`,
		"loaded",
		1,
		{ typeOfPackage: "module", path: "/srv/ecosystem.config.cjs" },
	],
	[
		`module.exports = ${one}`,
		"refused: commonjs-in-module",
		1,
		{ path: "/srv/ecosystem.config.mjs" },
	],
	[
		"export const apps = []",
		"refused: module-in-commonjs",
		0,
		{ path: "/srv/ecosystem.config.cjs" },
	],
	[
		`module.exports = ${one}`,
		"refused: name",
		1,
		{ path: "/srv/ecosystem.js" },
	],
	["throw new Error('no')", "refused: throws", 0],
	["module.exports = require('./nowhere')", "unknown", 0],
	[one, "loaded", 1, { path: "/srv/pm2.json" }],
	["apps:\n  - script: x\n", "loaded", 1, { path: "/srv/pm2.yml" }],
	["- script: x\n- script: y\n", "loaded", 2, { path: "/srv/pm2.yml" }],
];

for (const [text, expected, apps, options] of shapes) {
	test(`${options?.path ?? ""} ${text}`, () => {
		const ecosystem = read(text, options);
		const { loading } = ecosystem;
		const words = {
			loaded: () =>
				loading.kind === "loaded" && loading.requiresModule
					? "loaded, requires a module"
					: "loaded",
			refused: () => `refused: ${loading.kind === "refused" && loading.why}`,
			unknown: () => "unknown",
		};
		assert.equal(words[loading.kind](), expected);
		assert.equal(ecosystem.apps.length, apps);
		if (loading.kind === "refused")
			assert.ok(loading.at.end <= Math.max(1, text.length));
	});
}

test("fields by PM2's own name, with the places of what the file says", () => {
	const text = `const n = 2; // two
module.exports = { apps: [{ "name": 'api', cmd: './dist/main.js', execMode: 'cluster', instances: n }] };`;
	const [app] = read(text).apps;
	assert.ok(app);
	const written = (place: { start: number; end: number } | undefined) =>
		place && text.slice(place.start, place.end);
	assert.deepEqual(
		[...app.fields.keys()],
		["name", "script", "exec_mode", "instances"],
	);
	assert.equal(written(app.fields.get("name")?.nameAt), '"name"');
	assert.equal(written(app.fields.get("exec_mode")?.at), "execMode: 'cluster'");
	assert.equal(written(app.fields.get("instances")?.value.at), "2");
	assert.equal(written(app.fields.get("instances")?.editAt), "n");
	assert.equal(written(app.nameAt), "'api'");
	assert.equal(
		written(app.at),
		text.slice(text.indexOf('{ "name'), text.indexOf("] };")),
	);
	assert.deepEqual(commentsOf(path, text).map(written), ["// two"]);
});

test("names that PM2 derives", () => {
	const names = (list: string) =>
		read(`module.exports = [${list}]`).apps.map(({ name }) => name);
	assert.deepEqual(
		names(
			"{ script: './app.js' }, { script: 'dist/a.b.js' }, { cmd: 'npm' }, { script: 'npm start' }, { script: '.hidden' }, { exec: 'a.js' }, { name: process.env.N, script: 'a' }",
		),
		["app", "a.b", "npm", "npm start", ".hidden", undefined, undefined],
	);
});

test("aliases and environment blocks", () => {
	assert.deepEqual(
		[
			"execMode",
			"exec_mode",
			"cmd",
			"exec_interpreter",
			"interpreterArgs",
			"maxMemoryRestart",
			"env_staging",
			"envProduction",
			"instance",
			"cron",
			"windowsHide",
		].map(fieldName),
		[
			"exec_mode",
			"exec_mode",
			"script",
			"interpreter",
			"node_args",
			"max_memory_restart",
			"env_staging",
			"envProduction",
			"instance",
			"cron_restart",
			"windowsHide",
		],
	);
});

test("what the schema refuses, and what it takes", () => {
	const refused = (fields: string) =>
		read(
			`module.exports = { apps: [{ script: 'x', ${fields} }] }`,
		).apps.flatMap((app) =>
			violations(app).map(({ field, expected }) => `${field}: ${expected}`),
		);
	assert.deepEqual(refused("exec_mode: 'clusters'"), [
		"exec_mode: cluster or fork",
	]);
	assert.deepEqual(refused("max_memory_restart: '0.5G'"), [
		"max_memory_restart: a whole number, or one with K, M or G",
	]);
	assert.deepEqual(refused("kill_timeout: 'abc', autorestart: 'false'"), [
		"kill_timeout: a number",
		"autorestart: true or false",
	]);
	assert.deepEqual(refused("instances: true"), ["instances: a number"]);
	assert.deepEqual(refused("min_uptime: 50"), ["min_uptime: at least 100"]);
	assert.deepEqual(refused("env: 5, args: {}"), [
		"env: an object or a text",
		"args: a list or a text",
	]);
	assert.deepEqual(
		refused(
			"instances: 'abc', kill_timeout: '2000', max_memory_restart: 300, env_x: 5, unknown: {}, exec_mode: null, watch: ['a']",
		),
		[],
	);
	assert.deepEqual(
		refused("exec_mode: process.env.MODE, instances: cond ? true : 1"),
		["instances: a number"],
	);
});

test("a broken file keeps what can be read, and says where it is broken", () => {
	const text =
		"module.exports = {\n  apps: [\n    { name: 'a', script: 'x', instances: 2,\n      env: { PORT: 3000 }\n";
	const ecosystem = read(text);
	assert.equal(ecosystem.complete, false);
	assert.equal(ecosystem.syntaxErrors.length, 1);
	assert.equal(ecosystem.apps[0]?.name, "a");
	const [error] = read("module.exports = { apps: [}", {}).syntaxErrors;
	assert.deepEqual(error?.at, { path, start: 26, end: 27 });
});

test("static sites are apps of PM2's file server", () => {
	const { apps } = read(
		"module.exports = { apps: [], static: [{ port: 3001, path: 'public' }, { name: 'docs', port: 3002 }] }",
	);
	assert.deepEqual(
		apps.map(({ name }) => name),
		["static-page-server-3001", "docs"],
	);
});

test("comments of JSON and YAML", () => {
	const json = '{ // one\n "apps": [] /* two */ } // three\n';
	const written = (at: string, text: string) =>
		commentsOf(at, text).map(({ start, end }) => text.slice(start, end));
	assert.deepEqual(written("/srv/pm2.json", json), [
		"// one",
		"/* two */",
		"// three",
	]);
	assert.deepEqual(
		written("/srv/pm2.yml", "apps: # one\n  # two\n  - script: x\n"),
		["# one", "# two"],
	);
	assert.deepEqual(written(path, "module.exports = { // one\n apps: ["), [
		"// one",
	]);
	// Behind what is broken, too.
	assert.deepEqual(
		written(path, "module.exports = { apps: [}; // one\n/* two */\n"),
		["// one", "/* two */"],
	);
	assert.deepEqual(written("/srv/pm2.json", "{ apps: [}, // one\n}"), [
		"// one",
	]);
});
