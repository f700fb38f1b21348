/** Mode, instances and ports, as far as the record of the real PM2 does not show them: reasons, places, conditions. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readPackage } from "../../../server/src/languages/npm/read.ts";
import { programOf } from "../../../server/src/languages/pm2/program.ts";
import {
	type RuntimeOptions,
	runtime,
} from "../../../server/src/languages/pm2/runtime.ts";
import { described, read } from "./describe.ts";

const app = (fields: string) =>
	`module.exports = { apps: [{ name: 'a', ${fields} }] };`;

function runs(
	fields: string,
	options: RuntimeOptions = {},
	text = app(fields),
) {
	const ecosystem = read(text);
	const [first] = ecosystem.apps;
	assert.ok(first);
	return runtime(first, ecosystem, options);
}

test("ports of each environment", () => {
	const text = app(
		"script: 'x', env: { PORT: 3000 }, env_production: { PORT: 3001 }, env_staging: { A: 1 }",
	);
	assert.deepEqual(described(text), ["a: fork 1 @3000,3001[--env production]"]);
	assert.deepEqual(described(text, { environment: "production" }), [
		"a: fork 1 @3001",
	]);
	assert.deepEqual(described(text, { environment: "staging" }), [
		"a: fork 1 @3000",
	]);
});

test("each port of each instance, in each environment", () => {
	const text = app(
		"script: 'x', instances: 2, increment_var: 'PORT', env: { PORT: 3000 }, env_production: { PORT: 4000 }",
	);
	assert.deepEqual(described(text), [
		"a: cluster 2 @3000,3001,4000[--env production],4001[--env production]",
	]);
});

test("ports of instances whose number the machine decides", () => {
	const { ports, portsUnknown, perInstance } = runs(
		"script: 'x', instances: 'max', increment_var: 'PORT', env: { PORT: 3000 }",
	);
	assert.deepEqual(
		ports.map(({ port }) => port),
		[3000],
	);
	assert.match(portsUnknown ?? "", /depends on the machine/);
	assert.ok(perInstance);
});

test("why ports are not known", () => {
	const reasons: readonly (readonly [string, RegExp])[] = [
		["script: 'x'", /sets no PORT, so it comes from the shell/],
		["script: 'x', node_args: '--env-file=.env'", /--env-file/],
		["script: 'x', env: { PORT: 0 }", /no port number/],
		["script: 'x', env: { PORT: 'abc' }", /no port number/],
		[
			"script: 'x', env: { PORT: process.env.API_PORT }",
			/environment variable API_PORT/,
		],
		["script: 'x', env: load()", /only known at run time/],
		["...load()", /spread into the app/],
		["script: 'x', increment_var: 'PORT'", /set nowhere/],
		[
			"script: 'x', args: process.env.ARGS, env: { PORT: 1 }",
			/arguments are only known/,
		],
		[
			"script: 'x', args: '--port 3005', env: { PORT: 3000 }",
			/which one counts/,
		],
	];
	for (const [fields, reason] of reasons)
		assert.match(runs(fields).portsUnknown ?? "", reason, fields);
	assert.equal(
		runs("script: 'x', env: { PORT: 3000 }").portsUnknown,
		undefined,
	);
});

test("the place of a port is the number to change", () => {
	const places: readonly (readonly [fields: string, expected: string])[] = [
		["script: 'x', env: { PORT: 3000 }", "3000"],
		["script: 'x', port: 3000", "3000"],
		["script: 'x', args: '--title a --port=3000'", "3000"],
		[
			"script: 'node_modules/.bin/next', args: ['start', '-p', '3000']",
			"'3000'",
		],
		["script: 'next start -p 3000'", "3000"],
		["script: 'PORT=3000 node a.js'", "3000"],
		["script: 'serve', env: { PM2_SERVE_PORT: '3000' }", "'3000'"],
		["script: 'serve', args: 'public 3000'", "3000"],
		[
			"script: 'x', args: '--title \\'a\\' -p 3000'",
			"'--title \\'a\\' -p 3000'",
		],
	];
	for (const [fields, expected] of places) {
		const [port] = runs(fields).ports;
		assert.equal(port?.port, 3000, fields);
		assert.equal(app(fields).slice(port?.at.start, port?.at.end), expected);
	}
});

test("the port in a script of package.json", () => {
	const path = "/srv/app/package.json";
	const text =
		'{ "scripts": { "start": "next start -p 3001", "dev": "cross-env PORT=3002 node x", "both": "npm run dev -- --quiet", "loop": "npm run loop" } }';
	const { scripts } = readPackage(path, text);
	const port = (fields: string) => {
		const [first] = runs(fields, { scripts }).ports;
		return (
			first && [
				first.port,
				text.slice(first.at.start, first.at.end),
				first.at.path,
			]
		);
	};
	assert.deepEqual(port("script: 'npm', args: 'start'"), [3001, "3001", path]);
	assert.deepEqual(port("script: 'npm start', env: { PORT: 3000 }"), [
		3001,
		"3001",
		path,
	]);
	assert.deepEqual(port("script: 'yarn', args: ['dev']"), [3002, "3002", path]);
	assert.deepEqual(port("script: 'npm', args: 'run both'"), [
		3002,
		"3002",
		path,
	]);
	assert.equal(port("script: 'npm', args: 'run loop'"), undefined);
	assert.equal(port("script: 'npm', args: 'run nothing'"), undefined);
});

test("the address that it binds", () => {
	const host = (fields: string) => runs(fields).bind?.host;
	assert.equal(host("script: 'x', env: { HOST: '127.0.0.1' }"), "127.0.0.1");
	assert.equal(
		host("script: 'next', args: 'start -H localhost -p 3000'"),
		"localhost",
	);
	assert.equal(host("script: 'serve', env: { PM2_SERVE_HOST: '::1' }"), "::1");
	assert.equal(host("script: 'x', args: ['--hostname=0.0.0.0']"), "0.0.0.0");
	assert.equal(host("script: 'x', env: { HOST: process.env.HOST }"), undefined);
});

test("kinds of programs", () => {
	const kind = (fields: string) => {
		const [first] = read(app(fields)).apps;
		return first && programOf(first).kind;
	};
	const kinds: readonly (readonly [fields: string, expected: string])[] = [
		["script: 'dist/main.js'", "node"],
		["script: './bin/www'", "node"],
		["script: 'main.ts'", "node"],
		["script: 'x.js', interpreter: '/usr/bin/node'", "node"],
		["script: 'x.ts', interpreter: 'ts-node'", "node"],
		["script: 'x.ts', interpreter: 'bun'", "node"],
		["script: 'npm', args: 'start'", "package-manager"],
		["script: '/usr/local/bin/yarn'", "package-manager"],
		["script: 'node app.js'", "shell"],
		["script: 'serve'", "serve"],
		["script: './serve'", "node"],
		["script: 'app.py'", "interpreter"],
		["script: 'run.sh'", "interpreter"],
		["script: 'artisan', interpreter: 'php'", "interpreter"],
		["script: './server', interpreter: 'none'", "binary"],
		["script: 'node', args: 'app.js'", "binary"],
		["script: process.env.SCRIPT", "unknown"],
		["script: 'x.js', interpreter: process.env.NODE", "unknown"],
	];
	for (const [fields, expected] of kinds)
		assert.equal(kind(fields), expected, fields);
});

test("YAML: places of ports in plain and quoted texts", () => {
	const text =
		'apps:\n  - script: x\n    args: start --port 3000\n  - script: x\n    args: "-p 3001"\n';
	const ecosystem = read(text, { path: "/srv/pm2.yml" });
	const places = ecosystem.apps.map((each) => {
		const [port] = runtime(each, ecosystem).ports;
		return port && text.slice(port.at.start, port.at.end);
	});
	assert.deepEqual(places, ["3000", "3001"]);
});
