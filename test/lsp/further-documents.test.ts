/** Files whose names say nothing are documents of Edgewise's once a project reads them. */

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
	capable,
	type Editor,
	type EditorOptions,
	startEditor,
} from "./editor.ts";

const compose = "/w/docker-compose.yml";

const files = new Map([
	[
		compose,
		"services:\n  nginx:\n    image: nginx:1.30\n    volumes:\n      - ./edge/main:/etc/nginx/nginx.conf:ro\n      - ./edge/more:/etc/nginx/more:ro\n",
	],
	["/w/edge/main", "events {}\nhttp {\n}\n"],
	["/w/edge/more", "proxy_buffering off;\n"],
	["/w/edge/other", "nobody reads it\n"],
]);

const registering = {
	...capable,
	textDocument: {
		...capable.textDocument,
		synchronization: { dynamicRegistration: true },
	},
};

async function start(
	t: TestContext,
	options: EditorOptions = {},
): Promise<Editor> {
	const editor = await startEditor({
		files,
		capabilities: registering,
		initializationOptions: { documents: ["**/*.yml"] },
		...options,
	});
	t.after(async () => {
		await editor.end();
		assert.deepEqual(editor.errors, []);
	});
	await editor.diagnostics(compose);
	return editor;
}

/** Method → the paths that it was registered for, in order. */
function registered({ registrations }: Editor): Map<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const { method, registerOptions } of registrations)
		for (const { pattern } of registerOptions?.documentSelector ?? [])
			found.set(method, [...(found.get(method) ?? []), pattern]);
	return found;
}

test("the client is asked for them, with all that is offered for others", async (t) => {
	const editor = await start(t);
	const found = registered(editor);
	assert.deepEqual([...found.keys()].sort(), [
		"textDocument/codeAction",
		"textDocument/completion",
		"textDocument/definition",
		"textDocument/didChange",
		"textDocument/didClose",
		"textDocument/didOpen",
		"textDocument/hover",
	]);
	for (const paths of found.values()) assert.deepEqual(paths, ["/w/edge/main"]);
});

test("each is asked for once, when a project first reads it", async (t) => {
	const editor = await start(t);
	await editor.open("/w/edge/main");
	await editor.type("/w/edge/main", "http {", "http {\n    include more;");
	await editor.diagnostics(compose);
	await editor.type("/w/edge/main", "include more;", "");
	await editor.type("/w/edge/main", "http {", "http {\n    include more;");
	await editor.diagnostics(compose);
	assert.deepEqual(registered(editor).get("textDocument/didOpen"), [
		"/w/edge/main",
		"/w/edge/more",
	]);
});

test("a client that sends what it likes is asked for nothing", async (t) => {
	const silent = await start(t, { initializationOptions: {} });
	assert.equal(registered(silent).size, 0);
	const fixed = await start(t, { capabilities: capable });
	assert.equal(registered(fixed).size, 0);
});
