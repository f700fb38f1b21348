/** Formatting, folding and selections over the protocol, and for which files the client asks. */

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type {
	FoldingRange,
	SelectionRange,
	TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { uriOf } from "../../server/src/lsp/uri.ts";
import { type Editor, type EditorOptions, startEditor } from "./editor.ts";

const nginx = "/w/nginx.conf";
const compose = "/w/docker-compose.yml";
const text = "events {}\nhttp {\nserver {\nlisten 80;\n}\n}\n";
const textDocument = { uri: uriOf(nginx) };
const options = { tabSize: 2, insertSpaces: true };

async function start(
	t: TestContext,
	more: Partial<EditorOptions> = {},
): Promise<Editor> {
	const editor = await startEditor({
		files: new Map([
			[nginx, text],
			[compose, "services:\n    web:\n        image: nginx\n"],
		]),
		...more,
	});
	t.after(() => editor.end());
	await editor.open(nginx);
	return editor;
}

function applied(edits: TextEdit[]): string {
	return TextDocument.applyEdits(
		TextDocument.create("file:///a", "nginx", 0, text),
		edits,
	);
}

test("formats the whole, a part, and the block that a } closes", async (t) => {
	const { connection } = await start(t);
	const whole = await connection.sendRequest<TextEdit[]>(
		"textDocument/formatting",
		{ textDocument, options },
	);
	assert.equal(
		applied(whole),
		"events {}\nhttp {\n  server {\n    listen 80;\n  }\n}\n",
	);
	const part = await connection.sendRequest<TextEdit[]>(
		"textDocument/rangeFormatting",
		{
			textDocument,
			options,
			range: {
				start: { line: 3, character: 0 },
				end: { line: 4, character: 0 },
			},
		},
	);
	assert.equal(
		applied(part),
		"events {}\nhttp {\nserver {\n    listen 80;\n}\n}\n",
	);
	const closed = await connection.sendRequest<TextEdit[]>(
		"textDocument/onTypeFormatting",
		{
			textDocument,
			options,
			position: { line: 4, character: 1 },
			ch: "}",
		},
	);
	assert.equal(
		applied(closed),
		"events {}\nhttp {\n  server {\n    listen 80;\n  }\n}\n",
	);
});

test("folds, and grows a selection", async (t) => {
	const { connection } = await start(t);
	const folds = await connection.sendRequest<FoldingRange[]>(
		"textDocument/foldingRange",
		{ textDocument },
	);
	assert.deepEqual(folds, [
		{ startLine: 1, endLine: 4 },
		{ startLine: 2, endLine: 3 },
	]);
	const [selection] = await connection.sendRequest<SelectionRange[]>(
		"textDocument/selectionRange",
		{ textDocument, positions: [{ line: 3, character: 8 }] },
	);
	assert.deepEqual(selection?.range, {
		start: { line: 3, character: 7 },
		end: { line: 3, character: 9 },
	});
	assert.deepEqual(selection?.parent?.range, {
		start: { line: 3, character: 0 },
		end: { line: 3, character: 10 },
	});
});

test("is no formatter of the other files", async (t) => {
	const editor = await start(t);
	await editor.open(compose);
	assert.equal(
		await editor.connection.sendRequest("textDocument/formatting", {
			textDocument: { uri: uriOf(compose) },
			options,
		}),
		null,
	);
});

test("a client that can be told is told: for nginx alone", async (t) => {
	const dynamicRegistration = true;
	const editor = await start(t, {
		capabilities: {
			textDocument: {
				formatting: { dynamicRegistration },
				rangeFormatting: { dynamicRegistration },
				onTypeFormatting: { dynamicRegistration },
				foldingRange: { dynamicRegistration },
				selectionRange: { dynamicRegistration },
			},
		},
	});
	await editor.diagnostics(nginx);
	assert.equal(
		editor.result.capabilities.documentFormattingProvider,
		undefined,
	);
	const registered = editor.registrations.filter(({ method }) =>
		/ormatting|foldingRange|selectionRange/.test(method),
	);
	assert.equal(registered.length, 5);
	for (const { registerOptions } of registered)
		assert.deepEqual(registerOptions.documentSelector, [
			{ language: "nginx" },
			{ language: "NGINX" },
		]);
});
