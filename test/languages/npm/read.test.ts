/** package.json: what is read of it, where it stands, and what a broken one still tells. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	plainWebSocketServer,
	sharedAdapter,
	socketIoServer,
	stickyPm2,
	webSocketLibrary,
} from "../../../server/src/languages/npm/evidence.ts";
import { readPackage } from "../../../server/src/languages/npm/read.ts";

const path = "/srv/package.json";
const text = `{
  "name": "realtime",
  "type": "module",
  "main": "dist/main.js",
  "scripts": { "start": "next start -p 3001", "bad": 1 },
  "dependencies": { "socket.io": "^4.8.0", "@socket.io/redis-adapter": "*" },
  "optionalDependencies": { "bufferutil": "*" },
  "devDependencies": { "ws": "*" }
}
`;

function at(place: { start: number; end: number } | undefined, source = text) {
	return place && source.slice(place.start, place.end);
}

test("name, type, main, scripts and what runs in production", () => {
	const facts = readPackage(path, text);
	assert.deepEqual(
		[facts.name, facts.type, facts.main, facts.problems],
		["realtime", "module", "dist/main.js", []],
	);
	assert.deepEqual(
		[...facts.dependencies].map(([name, place]) => [name, at(place)]),
		[
			["socket.io", '"socket.io"'],
			["@socket.io/redis-adapter", '"@socket.io/redis-adapter"'],
			["bufferutil", '"bufferutil"'],
		],
	);
	const [[name, start] = []] = [...facts.scripts];
	assert.deepEqual(
		[name, start?.command, at(start?.at)],
		["start", "next start -p 3001", '"next start -p 3001"'],
	);
	assert.equal(facts.scripts.size, 1);
});

test("an empty, a wrong and a deep file", () => {
	for (const broken of [
		"",
		"[]",
		"1",
		"{",
		'{"scripts": []}',
		"[".repeat(1e5),
	]) {
		const facts = readPackage(path, broken);
		assert.equal(facts.type, "commonjs");
		assert.equal(facts.name, undefined);
		assert.equal(facts.scripts.size, 0);
	}
	assert.equal(readPackage(path, "[".repeat(1e5)).problems.length > 0, true);
});

test("every prefix is read", () => {
	for (let end = 0; end <= text.length; end++) {
		const { problems } = readPackage(path, text.slice(0, end));
		for (const problem of problems) assert.ok(problem.at.end <= end);
	}
	const half = text.slice(0, text.indexOf('"optional'));
	const { dependencies, problems } = readPackage(path, half);
	assert.deepEqual(
		[...dependencies.keys()],
		["socket.io", "@socket.io/redis-adapter"],
	);
	assert.ok(problems.length > 0);
});

test("clues about connections", () => {
	const withDependencies = (...names: string[]) =>
		readPackage(
			path,
			JSON.stringify({
				dependencies: Object.fromEntries(names.map((name) => [name, "*"])),
			}),
		);
	const facts = readPackage(path, text);
	assert.equal(at(socketIoServer(facts)?.at), '"socket.io"');
	assert.equal(sharedAdapter(facts)?.name, "@socket.io/redis-adapter");
	assert.equal(plainWebSocketServer(facts), undefined);
	assert.equal(
		webSocketLibrary(withDependencies("ws", "@nestjs/platform-socket.io"))
			?.name,
		"@nestjs/platform-socket.io",
	);
	assert.equal(webSocketLibrary(withDependencies("ws"))?.name, "ws");
	assert.equal(
		stickyPm2(withDependencies("@socket.io/pm2"))?.name,
		"@socket.io/pm2",
	);
	// Sticky sessions are no shared rooms.
	assert.equal(sharedAdapter(withDependencies("@socket.io/pm2")), undefined);
	assert.equal(webSocketLibrary(withDependencies("express")), undefined);
});
