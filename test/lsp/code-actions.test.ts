import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { CodeAction } from "vscode-languageserver/node";
import { uriOf } from "../../server/src/lsp/uri.ts";
import { stack, stackIn, stackProblem } from "../session/stack.ts";
import {
	capable,
	type Editor,
	type EditorOptions,
	rulesOf,
	startEditor,
} from "./editor.ts";

const compose = "/w/docker-compose.yml";
const nginx = "/w/nginx/nginx.conf";
const pm2 = "/w/ecosystem.config.js";

/** A sticky upstream to an app that runs several times and keeps sockets. */
const sticky = {
	"nginx/nginx.conf": (stack["nginx/nginx.conf"] ?? "")
		.replace("upstream api {", "upstream api {\n    ip_hash;")
		.replace("location / ", "location /socket.io/ "),
	"ecosystem.config.js": `module.exports = {
  apps: [
    {
      name: "api",
      script: "server.js",
      instances: 2,
      exec_mode: "cluster",
      env: { PORT: 3000 },
    },
  ],
};
`,
};

async function start(
	t: TestContext,
	options: EditorOptions = {},
): Promise<Editor> {
	const editor = await startEditor({ files: stackIn("/w"), ...options });
	t.after(async () => {
		await editor.end();
		assert.deepEqual(editor.errors, []);
	});
	return editor;
}

function titled(actions: readonly CodeAction[], part: string): CodeAction {
	const found = actions.find(({ title }) => title.includes(part));
	assert.ok(found, `${part} in ${actions.map(({ title }) => title)}`);
	return found;
}

test("the preferred fix repairs what it is for, and brings nothing new", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	const actions = await editor.actions(compose, "nginx:");
	const preferred = actions.filter(({ isPreferred }) => isPreferred);
	assert.equal(preferred.length, 1);
	const [action] = preferred;
	assert.equal(action?.kind, "quickfix");
	assert.deepEqual(rulesOf(action?.diagnostics ?? []), [stackProblem]);
	assert.deepEqual(action?.diagnostics, await editor.diagnostics(compose));
	await editor.apply(action?.edit);
	assert.deepEqual(await editor.diagnostics(compose), []);
	assert.deepEqual(await editor.diagnostics(nginx), []);
});

test("an edit of an open document names its version; one of a closed file none", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	await editor.type(compose, "services:", "# one\nservices:");
	const [action] = await editor.actions(compose, "nginx:");
	const [change] = action?.edit?.documentChanges ?? [];
	assert.ok(change && "textDocument" in change);
	assert.deepEqual(change.textDocument, { uri: uriOf(compose), version: 2 });
});

test("nothing is offered where nothing is found", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	assert.deepEqual(await editor.actions(nginx, "listen"), []);
});

test("only what is asked for is offered", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	const kinds = async (...only: string[]) => {
		const actions = await editor.actions(compose, "nginx:", only);
		return [...new Set(actions.map(({ kind }) => kind))];
	};
	assert.deepEqual(await kinds("quickfix"), ["quickfix"]);
	assert.deepEqual(await kinds("source"), ["source.fixAll.edgewise"]);
	assert.deepEqual(await kinds("source.fixAll"), ["source.fixAll.edgewise"]);
	assert.deepEqual(await kinds("source.fixAll.other"), []);
	assert.deepEqual(await kinds("refactor"), []);
});

test("a finding is taken back for one line by a comment with its indentation", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	const actions = await editor.actions(compose, "nginx:");
	await editor.apply(titled(actions, "for this line").edit);
	assert.match(
		editor.text(compose),
		new RegExp(
			`^services:\n {2}# edgewise-disable-next-line ${stackProblem}.*\n {2}nginx:`,
		),
	);
	assert.deepEqual(await editor.diagnostics(compose), []);
});

test("in JavaScript the comment is one of JavaScript", async (t) => {
	const editor = await start(t, { files: stackIn("/w", sticky) });
	await editor.open(pm2);
	const found = rulesOf(await editor.diagnostics(pm2));
	assert.deepEqual(found, ["stateful-scaled"]);
	const actions = await editor.actions(pm2, "2,");
	await editor.apply(titled(actions, "for this line").edit);
	assert.match(
		editor.text(pm2),
		/\n {6}\/\/ edgewise-disable-next-line stateful-scaled.*\n {6}instances/,
	);
	assert.deepEqual(await editor.diagnostics(pm2), []);
});

test("a fix that makes a file creates it, says so, and works", async (t) => {
	const editor = await start(t, { files: stackIn("/w", sticky) });
	await editor.open(pm2);
	const action = titled(await editor.actions(pm2, "2,"), "edgewise.json");
	const [create, change] = action.edit?.documentChanges ?? [];
	const settings = "/w/edgewise.json";
	assert.deepEqual(create, {
		kind: "create",
		uri: uriOf(settings),
		options: { ignoreIfExists: true },
		annotationId: settings,
	});
	assert.ok(change && "textDocument" in change);
	assert.equal(change.textDocument.version, null);
	assert.deepEqual(Object.keys(action.edit?.changeAnnotations ?? {}), [
		settings,
	]);
	await editor.apply(action.edit);
	await editor.until(pm2, (found) => found.length === 0);
});

test("a client that can't create files is not offered to", async (t) => {
	const { workspace } = capable;
	const editor = await start(t, {
		files: stackIn("/w", sticky),
		capabilities: {
			...capable,
			workspace: { ...workspace, workspaceEdit: { documentChanges: true } },
		},
	});
	await editor.open(pm2);
	const actions = await editor.actions(pm2, "2,");
	assert.ok(actions.length > 0);
	assert.ok(!actions.some(({ title }) => title.includes("edgewise.json")));
	assert.ok(actions.every(({ edit }) => !edit?.changeAnnotations));
});

test("a client that knows no versions gets plain changes", async (t) => {
	const editor = await start(t, { capabilities: {} });
	await editor.open(compose);
	const [action] = await editor.actions(compose, "nginx:");
	assert.ok(!action?.edit?.documentChanges);
	assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [uriOf(compose)]);
});

test("fix-all makes every safe fix of the file, and none of another", async (t) => {
	const texts = {
		...sticky,
		"ecosystem.config.js": sticky["ecosystem.config.js"].replace(
			"  ],\n",
			'    { name: "api2", script: "server.js", instances: 3, env: { PORT: 3001 } },\n  ],\n',
		),
		"nginx/nginx.conf": sticky["nginx/nginx.conf"].replace(
			"internal:3000;",
			"internal:3000;\n    server host.docker.internal:3001;",
		),
	};
	const editor = await start(t, { files: stackIn("/w", texts) });
	await editor.open(pm2);
	const before = rulesOf(await editor.diagnostics(pm2));
	assert.deepEqual(before, ["stateful-scaled", "stateful-scaled"]);
	const [action, ...more] = await editor.actions(pm2, "module", [
		"source.fixAll",
	]);
	assert.deepEqual(more, []);
	await editor.apply(action?.edit);
	assert.match(editor.text(pm2), /instances: 1,[\s\S]*instances: 1,/);
	assert.deepEqual(await editor.diagnostics(pm2), []);
	assert.deepEqual(rulesOf(await editor.diagnostics(compose)), [stackProblem]);
	assert.deepEqual(
		await editor.actions(pm2, "module", ["source.fixAll.edgewise"]),
		[],
	);
});

test("actions are about the text that was typed a moment ago", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	const typed = editor.type(compose, "services:", "# one\n# two\nservices:");
	const actions = editor.actions(compose, "nginx:");
	await typed;
	await editor.apply((await actions)[0]?.edit);
	assert.deepEqual(await editor.diagnostics(compose), []);
	assert.match(editor.text(compose), /^# one\n# two\nservices:\n {2}nginx:\n/);
});
