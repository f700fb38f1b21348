/** What Edgewise knows across the files: completion from the model, renaming, references, hints. */

import assert from "node:assert/strict";
import {
	type CompletionList,
	commands,
	type InlayHint,
	type Location,
	Range,
	type WorkspaceEdit,
	workspace,
} from "vscode";
import { open, openLineBelow, putCursor, rangeOf, uriOf } from "./editor.ts";
import { finding, noFinding } from "./findings.ts";
import type { Test } from "./harness.ts";
import { hasScreen, picture, show } from "./host.ts";

export const navigation: readonly Test[] = [
	["the services and apps that nginx can send to are offered", completion],
	["a service is renamed in three files", rename],
	["references of an upstream", references],
	["hints say who answers", hints],
];

const nginx = "vizora-containers/nginx/nginx.conf";
const compose = "vizora-containers/docker-compose.yml";

async function completion(): Promise<void> {
	const editor = await open(nginx);
	await openLineBelow(
		editor,
		rangeOf(editor.document, "server realtime:3002;"),
	);
	await editor.edit((edit) => edit.insert(editor.selection.active, "server "));
	const list = await commands.executeCommand<CompletionList>(
		"vscode.executeCompletionItemProvider",
		editor.document.uri,
		editor.selection.active,
	);
	const labels = list.items.map(({ label }) =>
		typeof label === "string" ? label : label.label,
	);
	for (const target of ["middleware:3000", "web:3001", "realtime:3002"])
		assert.ok(labels.includes(target), `${target} in ${labels.slice(0, 9)}`);
	if (!hasScreen) return;
	await show(
		"editor.action.triggerSuggest",
		'.suggest-widget.visible .monaco-list-row[aria-label*="middleware:3000"]',
	);
	await picture("completion - targets");
}

/** Compose, nginx and edgewise.json: what the lightbulb would have written there. */
async function rename(): Promise<void> {
	const settings = uriOf("vizora-containers/edgewise.json");
	await workspace.fs.writeFile(
		settings,
		// The setting that is none tells when the file is read.
		new TextEncoder().encode(
			'{ "statefulServices": ["realtime"], "nothing": 1 }\n',
		),
	);
	try {
		await finding("vizora-containers/edgewise.json", "settings-invalid");
		const editor = await open(compose);
		const at = rangeOf(editor.document, "realtime:\n").start;
		const edit = await commands.executeCommand<WorkspaceEdit>(
			"vscode.executeDocumentRenameProvider",
			editor.document.uri,
			at,
			"gateway",
		);
		assert.deepEqual(
			edit
				.entries()
				.map(([{ path }]) => path)
				.sort(),
			[compose, settings.path, nginx]
				.map((path) => (path.startsWith("/") ? path : uriOf(path).path))
				.sort(),
		);
		assert.ok(await workspace.applyEdit(edit));
		await noFinding(nginx);
		const changed = await workspace.openTextDocument(uriOf(nginx));
		assert.match(changed.getText(), /server gateway:3002;/);
		assert.match(editor.document.getText(), /\n {2}gateway:\n/);
		await picture("rename - three files");
	} finally {
		await workspace.fs.delete(settings);
	}
}

async function references(): Promise<void> {
	const editor = await open(nginx);
	const { start } = rangeOf(editor.document, "upstream web_dashboard");
	const found = await commands.executeCommand<Location[]>(
		"vscode.executeReferenceProvider",
		editor.document.uri,
		start.translate(0, "upstream ".length),
	);
	assert.equal(found.length, 2);
	putCursor(editor, start.translate(0, "upstream ".length));
}

async function hints(): Promise<void> {
	const editor = await open("vizora/nginx/nginx.conf");
	const { document } = editor;
	const found = await commands.executeCommand<InlayHint[]>(
		"vscode.executeInlayHintProvider",
		document.uri,
		new Range(0, 0, document.lineCount, 0),
	);
	assert.deepEqual(
		found.map(({ label }) => label),
		[" ⟶ pm2 middleware ×2", " ⟶ pm2 web ×2", " ⟶ pm2 realtime"],
	);
	await picture("hints", ".view-lines");
}
