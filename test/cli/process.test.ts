/** The command line as a process: what only a process can show. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { stack } from "../session/stack.ts";
import { folder } from "./terminal.ts";

const main = join(import.meta.dirname, "../../server/src/cli/main.ts");

test("exit codes and streams are the process's", async (t) => {
	const root = await folder(t, stack);
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [main, ...args], {
			cwd: root,
			encoding: "utf8",
			env: { ...process.env, GITHUB_ACTIONS: "" },
		});
	const found = run("check", "--fail-on", "warning");
	assert.equal(found.status, 1);
	assert.match(found.stdout, /^docker-compose\.yml:2:3/);
	assert.equal(found.stderr, "");
	const wrong = run("check", "--format", "nonsense");
	assert.equal(wrong.status, 2);
	assert.equal(wrong.stdout, "");
	assert.match(wrong.stderr, /^edgewise: [^\n]*\n$/);
});

test("a reader who has enough ends it quietly", async (t) => {
	const copies = Array.from({ length: 200 }, (_, i) =>
		Object.entries(stack).map(
			([path, text]) => [`${i}/${path}`, text] as const,
		),
	);
	const root = await folder(t, Object.fromEntries(copies.flat()));
	const child = spawn(process.execPath, [main, "check", "--format", "json"], {
		cwd: root,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let err = "";
	child.stderr.on("data", (chunk) => {
		err += chunk;
	});
	await once(child.stdout, "data");
	child.stdout.destroy();
	await once(child, "exit");
	assert.equal(err, "");
});

test("the server ends when its client is gone", async () => {
	const child = spawn(process.execPath, [main, "server", "--stdio"], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const message = JSON.stringify({
		jsonrpc: "2.0",
		id: 1,
		method: "initialize",
		params: { processId: null, rootUri: null, capabilities: {} },
	});
	child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
	await once(child.stdout, "data");
	child.stdin.end();
	const [code] = await once(child, "exit");
	assert.equal(code, 1);
});
