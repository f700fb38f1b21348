import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { DiagnosticSeverity } from "vscode-languageserver/node";
import { uriOf } from "../../server/src/lsp/uri.ts";
import { memoryFiles } from "../session/memory-files.ts";
import { stack, stackIn, stackProblem, stackRepair } from "../session/stack.ts";
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
const lastLine = "      - ./nginx/nginx.conf:/etc/nginx/nginx.conf:ro\n";
const gateway = "server host.docker.internal:3000;";

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

test("says what it can do", async (t) => {
	const { result } = await start(t);
	const { capabilities } = result;
	assert.equal(capabilities.positionEncoding, "utf-16");
	assert.deepEqual(capabilities.codeActionProvider, {
		codeActionKinds: ["quickfix", "source.fixAll.edgewise"],
	});
	assert.ok(!capabilities.diagnosticProvider, "diagnostics are pushed");
});

test("a file that nobody opened has its findings, as interfaces promise them", async (t) => {
	const editor = await start(t, {
		initializationOptions: { rulePage: "vscode://x.y/rules/RULE" },
	});
	const [diagnostic, ...more] = await editor.diagnostics(compose);
	assert.deepEqual(more, []);
	assert.equal(diagnostic?.source, "edgewise");
	assert.equal(diagnostic?.code, stackProblem);
	assert.equal(diagnostic?.severity, DiagnosticSeverity.Warning);
	assert.equal(
		diagnostic?.codeDescription?.href,
		`vscode://x.y/rules/${stackProblem}`,
	);
	assert.deepEqual(diagnostic?.range, {
		start: { line: 1, character: 2 },
		end: { line: 1, character: 7 },
	});
	assert.deepEqual(
		diagnostic?.relatedInformation?.map(({ location }) => location),
		[
			{
				uri: uriOf(nginx),
				range: {
					start: { line: 3, character: 11 },
					end: { line: 3, character: 36 },
				},
			},
		],
	);
	const [params] = editor.published;
	assert.ok(params && !("version" in params), "no version: it is not open");
});

test("a client that knows no related places and no pages gets none", async (t) => {
	const editor = await start(t, { capabilities: {} });
	const [diagnostic] = await editor.diagnostics(compose);
	assert.ok(diagnostic && !("relatedInformation" in diagnostic));
	assert.ok(!("codeDescription" in diagnostic));
});

test("an edit in one file clears the finding in another, open or not", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	assert.deepEqual(rulesOf(await editor.diagnostics(compose)), [stackProblem]);
	await editor.type(nginx, "host.docker.internal", "10.0.0.1");
	assert.deepEqual(await editor.diagnostics(compose), []);
	await editor.type(nginx, "10.0.0.1", "host.docker.internal");
	assert.deepEqual(rulesOf(await editor.diagnostics(compose)), [stackProblem]);
});

test("findings of an open document carry its version", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	await editor.type(compose, lastLine, lastLine + stackRepair);
	await editor.diagnostics(compose);
	const last = editor.published.findLast(({ uri }) => uri === uriOf(compose));
	assert.equal(last?.version, 2);
	assert.deepEqual(last?.diagnostics, []);
});

test("a keystroke that changes no finding is answered for its own file alone", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	await editor.open(compose);
	await editor.diagnostics(compose);
	const before = editor.published.length;
	await editor.type(nginx, "events {}", "events { }");
	await editor.diagnostics(nginx);
	assert.deepEqual(
		editor.published.slice(before).map(({ uri, version }) => [uri, version]),
		[[uriOf(nginx), 2]],
	);
});

test("a closed document keeps what is found on the disk", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	await editor.type(compose, lastLine, lastLine + stackRepair);
	assert.deepEqual(await editor.diagnostics(compose), []);
	await editor.close(compose);
	assert.deepEqual(rulesOf(await editor.diagnostics(compose)), [stackProblem]);
	assert.ok(!("version" in (editor.published.at(-1) ?? {})));
});

test("places move with the text while a finding stays", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	await editor.type(compose, "services:", "# one\n# two\nservices:");
	const [diagnostic] = await editor.diagnostics(compose);
	assert.equal(diagnostic?.range.start.line, 3);
	await editor.open(nginx);
	await editor.type(nginx, "events {}", "\n\nevents {}");
	const [moved] = await editor.diagnostics(compose);
	assert.equal(
		moved?.relatedInformation?.[0]?.location.range.start.line,
		5,
		"the other end moved too",
	);
});

test("half a brace leaves the findings of the other files alone", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	await editor.type(nginx, "server {", "server ");
	assert.ok(rulesOf(await editor.diagnostics(nginx)).includes("nginx-syntax"));
	assert.deepEqual(rulesOf(await editor.diagnostics(compose)), [stackProblem]);
});

test("text of several bytes and units counts in UTF-16", async (t) => {
	const editor = await start(t, {
		files: stackIn("/w", {
			"nginx/nginx.conf": `# 😀 ü\n${stack["nginx/nginx.conf"]}`,
		}),
	});
	await editor.open(nginx);
	await editor.type(nginx, "upstream api {", 'set $x "😀"; upstream api {');
	await editor.type(nginx, gateway, `${gateway} x`);
	const diagnostics = await editor.diagnostics(compose);
	const range = diagnostics[0]?.relatedInformation?.[0]?.location.range;
	assert.deepEqual(range?.start, { line: 4, character: 11 });
});

test("a burst of changes is answered by its newest", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	await editor.diagnostics(compose);
	const before = editor.published.length;
	const typed = [...stackRepair].map((_, i) =>
		editor.type(
			compose,
			lastLine + stackRepair.slice(0, i),
			lastLine + stackRepair.slice(0, i + 1),
		),
	);
	await Promise.all(typed);
	assert.deepEqual(await editor.diagnostics(compose), []);
	const versions = editor.published.slice(before).map(({ version }) => version);
	assert.equal(versions.at(-1), stackRepair.length + 1);
	assert.deepEqual(
		versions,
		versions.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
		"never an older after a newer one",
	);
	assert.ok(versions.length < stackRepair.length, `${versions.length} answers`);
});

test("an old read never overwrites what was typed after it", async (t) => {
	const disk = memoryFiles(stackIn("/w"));
	const editor = await start(t, { disk });
	await editor.diagnostics(compose);
	const release = disk.hold(compose);
	await editor.write(compose, `${stack["docker-compose.yml"]}# slow\n`);
	await editor.open(compose, stack["docker-compose.yml"] + stackRepair);
	const cleared = editor.until(compose, (found) => found.length === 0);
	release();
	await cleared;
	assert.deepEqual(await editor.diagnostics(compose), []);
	assert.equal(editor.published.at(-1)?.version, 1);
});

test("watches every file, for any may be included", async (t) => {
	const editor = await start(t);
	await editor.diagnostics(compose);
	const watched = editor.registrations.find(
		({ method }) => method === "workspace/didChangeWatchedFiles",
	);
	assert.deepEqual(watched?.registerOptions, {
		watchers: [{ globPattern: "**/*" }],
	});
});

test("a change of the disk is seen, and so are new and removed files", async (t) => {
	const editor = await start(t);
	assert.equal((await editor.diagnostics(compose)).length, 1);
	await editor.write(compose, stack["docker-compose.yml"] + stackRepair);
	await editor.until(compose, (found) => found.length === 0);
	await editor.write("/w/b/nginx.conf", "worker_processes 1;\nevents {\n");
	const found = await editor.until("/w/b/nginx.conf", (all) => all.length > 0);
	assert.deepEqual(rulesOf(found), ["nginx-syntax"]);
	await editor.remove("/w/b/nginx.conf");
	await editor.until("/w/b/nginx.conf", (all) => all.length === 0);
});

test("a git: document and an untitled one are nobody's", async (t) => {
	const editor = await start(t);
	await editor.diagnostics(compose);
	const before = editor.published.length;
	for (const uri of [`git:${compose}?HEAD`, "untitled:nginx.conf"]) {
		await editor.connection.sendNotification("textDocument/didOpen", {
			textDocument: {
				uri,
				languageId: "nginx",
				version: 1,
				text: "server { server_name x; ",
			},
		});
		const actions = await editor.connection.sendRequest(
			"textDocument/codeAction",
			{
				textDocument: { uri },
				range: {
					start: { line: 0, character: 0 },
					end: { line: 0, character: 1 },
				},
				context: { diagnostics: [] },
			},
		);
		assert.deepEqual(actions, []);
	}
	assert.equal(editor.published.length, before);
	assert.deepEqual(rulesOf(await editor.diagnostics(compose)), [stackProblem]);
});

test("a document is answered under the name that the client gave it", async (t) => {
	const editor = await start(t, {
		files: stackIn("/w/a (b)"),
		roots: ["/w/a (b)"],
	});
	const path = "/w/a (b)/docker-compose.yml";
	assert.ok((await editor.diagnostics(path)).length > 0);
	assert.equal(
		editor.published[0]?.uri,
		"file:///w/a%20%28b%29/docker-compose.yml",
	);
	const uri = "file:///w/a%20(b)/docker-compose.yml";
	await editor.connection.sendNotification("textDocument/didOpen", {
		textDocument: {
			uri,
			languageId: "dockercompose",
			version: 7,
			text: stack["docker-compose.yml"] ?? "",
		},
	});
	await editor.diagnostics(path);
	assert.equal(editor.published.at(-1)?.uri, uri);
	assert.equal(editor.published.at(-1)?.version, 7);
	assert.deepEqual(editor.published.at(-2), {
		uri: editor.published[0]?.uri,
		diagnostics: [],
	});
});

test("settings of the editor hold, and change while it runs", async (t) => {
	const editor = await start(t, {
		configuration: { edgewise: { rules: { [stackProblem]: "error" } } },
	});
	const [diagnostic] = await editor.diagnostics(compose);
	assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
	editor.configuration = { edgewise: { rules: { [stackProblem]: "off" } } };
	await editor.connection.sendNotification("workspace/didChangeConfiguration", {
		settings: null,
	});
	await editor.until(compose, (found) => found.length === 0);
});

test("edgewise.json wins over the editor", async (t) => {
	const editor = await start(t, {
		files: [
			...stackIn("/w"),
			["/w/edgewise.json", `{ "rules": { "${stackProblem}": "hint" } }`],
		],
		configuration: { edgewise: { rules: { [stackProblem]: "error" } } },
	});
	const [diagnostic] = await editor.diagnostics(compose);
	assert.equal(diagnostic?.severity, DiagnosticSeverity.Hint);
});

test("what the editor hides is not looked at", async (t) => {
	const editor = await start(t, {
		files: [...stackIn("/w/a"), ...stackIn("/w/b")],
		configuration: { exclude: { "**/a": true, "**/b": false } },
	});
	assert.equal((await editor.diagnostics("/w/b/docker-compose.yml")).length, 1);
	assert.deepEqual(await editor.diagnostics("/w/a/docker-compose.yml"), []);
});

test("a client that can't be asked sends its settings", async (t) => {
	const editor = await start(t, { capabilities: {} });
	assert.equal((await editor.diagnostics(compose)).length, 1);
	await editor.connection.sendNotification("workspace/didChangeConfiguration", {
		settings: { edgewise: { rules: { [stackProblem]: "off" } } },
	});
	await editor.until(compose, (found) => found.length === 0);
});

test("several folders: each with its projects, and they come and go", async (t) => {
	const editor = await start(t, {
		files: [...stackIn("/w"), ...stackIn("/v"), ...stackIn("/u")],
		roots: ["/w", "/v"],
	});
	const at = (root: string) => `${root}/docker-compose.yml`;
	assert.equal((await editor.diagnostics(at("/w"))).length, 1);
	assert.equal((await editor.diagnostics(at("/v"))).length, 1);
	assert.deepEqual(await editor.diagnostics(at("/u")), []);
	await editor.connection.sendNotification(
		"workspace/didChangeWorkspaceFolders",
		{
			event: {
				added: [{ uri: uriOf("/u"), name: "u" }],
				removed: [{ uri: uriOf("/v"), name: "v" }],
			},
		},
	);
	await editor.until(at("/u"), (found) => found.length === 1);
	assert.deepEqual(await editor.diagnostics(at("/v")), []);
	assert.equal((await editor.diagnostics(at("/w"))).length, 1);
});

test("without a folder an opened file is checked by itself", async (t) => {
	const editor = await start(t, { files: [], roots: [] });
	await editor.open("/etc/nginx/nginx.conf", "worker_processes 1;\nevents {\n");
	const found = await editor.until(
		"/etc/nginx/nginx.conf",
		(all) => all.length > 0,
	);
	assert.deepEqual(rulesOf(found), ["nginx-syntax"]);
});

test("a file of two projects has what is found in both, once", async (t) => {
	const editor = await start(t, {
		files: [
			["/w/a/docker-compose.yml", mounting("../site.conf")],
			["/w/b/docker-compose.yml", mounting("../site.conf")],
			["/w/site.conf", "server {\n  server_name x;\n"],
		],
	});
	const found = await editor.diagnostics("/w/site.conf");
	assert.deepEqual(rulesOf(found), ["nginx-syntax"]);
	await editor.open("/w/a/docker-compose.yml");
	await editor.type("/w/a/docker-compose.yml", "../site.conf", "./none.conf");
	assert.deepEqual(rulesOf(await editor.diagnostics("/w/site.conf")), [
		"nginx-syntax",
	]);
});

function mounting(file: string): string {
	return `services:
  nginx:
    image: nginx
    volumes:
      - ${file}:/etc/nginx/conf.d/default.conf:ro
`;
}

test("the status tells what was read, and only when it changed", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	await editor.diagnostics(nginx);
	assert.deepEqual(editor.statuses.at(-1), {
		projects: 1,
		files: 3,
		routes: 2,
		errors: 0,
		warnings: 1,
	});
	const before = editor.statuses.length;
	await editor.type(nginx, "events {}", "events { }");
	await editor.diagnostics(nginx);
	assert.equal(editor.statuses.length, before);
	await editor.type(nginx, "host.docker.internal", "10.0.0.1");
	await editor.diagnostics(nginx);
	assert.equal(editor.statuses.at(-1)?.warnings, 0);
});

test("says what nginx's documentation says when somebody asks", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	const textDocument = { uri: uriOf(nginx) };
	const hover = await editor.connection.sendRequest<{
		contents: { value: string };
	}>("textDocument/hover", {
		textDocument,
		position: { line: 0, character: 2 },
	});
	assert.match(hover.contents.value, /events \{ … \}/);
	assert.match(hover.contents.value, /affect connection processing/);
	const items = await editor.connection.sendRequest<
		{ label: string; documentation?: unknown }[]
	>("textDocument/completion", {
		textDocument,
		position: { line: 0, character: 0 },
	});
	const item = items.find(({ label }) => label === "worker_processes");
	assert.equal(item?.documentation, undefined);
	const resolved = await editor.connection.sendRequest<{
		documentation: { value: string };
	}>("completionItem/resolve", item);
	assert.match(resolved.documentation.value, /number of worker processes/);
	const help = await editor.connection.sendRequest(
		"textDocument/signatureHelp",
		{
			textDocument,
			position: { line: 0, character: 0 },
		},
	);
	assert.equal(help, null);
});

test("says what an upstream server reaches, and leads there", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	const position = { line: 3, character: 33 };
	const textDocument = { uri: uriOf(nginx) };
	const hover = await editor.connection.sendRequest<{
		contents: { value: string };
		range: object;
	}>("textDocument/hover", { textDocument, position });
	assert.match(hover.contents.value, /PM2 app `api`/);
	assert.deepEqual(hover.range, {
		start: { line: 3, character: 11 },
		end: { line: 3, character: 36 },
	});
	const explained = await editor.connection.sendRequest(
		"edgewise/explainUpstream",
		{ uri: uriOf(nginx), position },
	);
	assert.equal(explained, hover.contents.value);
	const links = await editor.connection.sendRequest<{ targetUri: string }[]>(
		"textDocument/definition",
		{ textDocument, position },
	);
	assert.deepEqual(
		links.map(({ targetUri }) => targetUri),
		[uriOf(pm2)],
	);
	const nothing = await editor.connection.sendRequest("textDocument/hover", {
		textDocument,
		position: { line: 2, character: 0 },
	});
	assert.equal(nothing, null);
});

test("a client without links gets plain locations", async (t) => {
	const editor = await start(t, { capabilities: {} });
	await editor.open(nginx);
	const locations = await editor.connection.sendRequest<{ uri: string }[]>(
		"textDocument/definition",
		{
			textDocument: { uri: uriOf(nginx) },
			position: { line: 3, character: 33 },
		},
	);
	assert.deepEqual(
		locations.map(({ uri }) => uri),
		[uriOf(pm2)],
	);
});

test("an answer is about the newest text, though it was typed in the same moment", async (t) => {
	const editor = await start(t);
	await editor.open(nginx);
	const typed = editor.type(nginx, "events {}\n", "# a\n# b\nevents {}\n");
	const hover = editor.connection.sendRequest<{ range: { start: object } }>(
		"textDocument/hover",
		{
			textDocument: { uri: uriOf(nginx) },
			position: { line: 5, character: 33 },
		},
	);
	await typed;
	assert.deepEqual((await hover).range.start, { line: 5, character: 11 });
});

test("PM2's snippets are offered between two apps, and nowhere else", async (t) => {
	const editor = await start(t);
	await editor.open(pm2);
	const complete = (character: number) =>
		editor.connection.sendRequest<{ label: string }[]>(
			"textDocument/completion",
			{
				textDocument: { uri: uriOf(pm2) },
				position: { line: 1, character },
			},
		);
	assert.ok((await complete(9)).length > 0);
	assert.deepEqual(await complete(20), []);
});

test("shuts down, whatever is still being read", async () => {
	const disk = memoryFiles(stackIn("/w"));
	const release = disk.hold(nginx);
	const editor = await startEditor({ disk, capabilities: capable });
	await editor.end();
	release();
});
