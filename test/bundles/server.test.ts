/** The language server by itself, over stdio: as dist/server.js and as a command of dist/cli.js. */

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
	createProtocolConnection,
	type InitializeResult,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver/node";
import { alone, example, node20 } from "./empty-folder.ts";

test("server.js --stdio", async (t) => {
	await speak(t, await alone(t, "server.js"), "--stdio");
});

test("cli.js server --stdio", async (t) => {
	await speak(t, await alone(t, "cli.js"), "server", "--stdio");
});

/** From the first word to the last: the server finds something and goes when told to. */
async function speak(t: TestContext, ...args: string[]): Promise<void> {
	const child = spawn(node20, args, { stdio: ["pipe", "pipe", "inherit"] });
	t.after(() => child.kill());
	const ended = once(child, "exit");
	const connection = connect(child);
	const folder = pathToFileURL(await example(t, "broken")).href;
	const found = new Promise<PublishDiagnosticsParams>((resolve) =>
		connection.onNotification(
			"textDocument/publishDiagnostics",
			(params: PublishDiagnosticsParams) => {
				if (params.uri.endsWith("/docker-compose.yml")) resolve(params);
			},
		),
	);
	const { serverInfo }: InitializeResult = await connection.sendRequest(
		"initialize",
		{
			processId: process.pid,
			rootUri: null,
			capabilities: { workspace: { workspaceFolders: true } },
			workspaceFolders: [{ uri: folder, name: "broken" }],
		},
	);
	assert.equal(serverInfo?.name, "edgewise");
	await connection.sendNotification("initialized", {});
	const { diagnostics } = await found;
	assert.deepEqual(
		diagnostics.map(({ code }) => code),
		["host-gateway-missing"],
	);
	await connection.sendRequest("shutdown");
	await connection.sendNotification("exit");
	assert.deepEqual(await ended, [0, null]);
}

function connect({ stdin, stdout }: ChildProcess) {
	assert.ok(stdin && stdout);
	const connection = createProtocolConnection(
		new StreamMessageReader(stdout),
		new StreamMessageWriter(stdin),
	);
	connection.listen();
	return connection;
}
