import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { WorkspaceEdit } from "vscode-languageserver/node";
import { uriOf } from "../../server/src/lsp/uri.ts";
import { stackIn } from "../session/stack.ts";
import { type Editor, startEditor } from "./editor.ts";

const nginx = "/w/nginx/nginx.conf";

async function start(t: TestContext, edgewise = {}): Promise<Editor> {
	const editor = await startEditor({
		files: stackIn("/w"),
		configuration: { edgewise },
	});
	t.after(async () => {
		await editor.end();
		assert.deepEqual(editor.errors, []);
	});
	await editor.open(nginx);
	await editor.diagnostics(nginx);
	return editor;
}

/** Of the first place of the text. */
function position(editor: Editor, text: string) {
	const before = editor.text(nginx).split(text, 1)[0] ?? "";
	const lines = before.split("\n");
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const textDocument = { uri: uriOf(nginx) };

test("a rename that reaches other files asks for confirmation there alone", async (t) => {
	const editor = await start(t);
	const edit = await editor.connection.sendRequest<WorkspaceEdit>(
		"textDocument/rename",
		{ textDocument, position: position(editor, "api {"), newName: "core" },
	);
	assert.equal(edit.documentChanges?.length, 1, "an upstream is nginx's own");
	assert.equal(edit.changeAnnotations, undefined);
	await editor.apply(edit);
	assert.match(editor.text(nginx), /upstream core \{/);
	assert.match(editor.text(nginx), /http:\/\/core/);
});

test("a name that is none is refused in words", async (t) => {
	const editor = await start(t);
	const asked = { textDocument, position: position(editor, "api {") };
	await assert.rejects(
		editor.connection.sendRequest("textDocument/rename", {
			...asked,
			newName: "a b",
		}),
		/a b is no name for an upstream/,
	);
	assert.equal(
		await editor.connection.sendRequest("textDocument/prepareRename", {
			textDocument,
			position: position(editor, "listen"),
		}),
		null,
	);
});

test("hints stand behind the addresses", async (t) => {
	const editor = await start(t);
	const hints = await editor.connection.sendRequest<
		{ label: string; position: { line: number } }[]
	>("textDocument/inlayHint", {
		textDocument,
		range: {
			start: { line: 0, character: 0 },
			end: { line: 99, character: 0 },
		},
	});
	assert.deepEqual(
		hints.map(({ label }) => label),
		[" ⟶ pm2 api"],
	);
});

test("lenses are there for those who ask for them", async (t) => {
	const lenses = async (editor: Editor) =>
		(
			await editor.connection.sendRequest<{ command: { title: string } }[]>(
				"textDocument/codeLens",
				{ textDocument },
			)
		).map(({ command }) => command.title);
	assert.deepEqual(await lenses(await start(t)), []);
	assert.deepEqual(await lenses(await start(t, { codeLens: true })), [
		"1 location · 1 problem",
	]);
});
