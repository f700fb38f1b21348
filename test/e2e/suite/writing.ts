/** What Edgewise writes: snippets for nginx and compose, and PM2 apps from the server's completion. */

import assert from "node:assert/strict";
import {
	type CompletionList,
	commands,
	type Position,
	type TextDocument,
	type TextEditor,
} from "vscode";
import { open, openLineBelow, rangeOf, type } from "./editor.ts";
import { noFinding } from "./findings.ts";
import type { Test } from "./harness.ts";
import { hasScreen, picture, show } from "./host.ts";

export const writing: readonly Test[] = [
	["the WebSocket location, chosen from the suggestions", nginxSnippet],
	["a compose service", composeSnippet],
	["a PM2 app, between the others only", pm2Snippet],
];

async function nginxSnippet(): Promise<void> {
	const path = "vizora/nginx/nginx.conf";
	const editor = await open(path);
	await openLineBelow(
		editor,
		rangeOf(editor.document, "ssl_protocols       TLSv1.2 TLSv1.3;"),
	);
	await choose(editor, "location-ws", "WebSocket location");
	// Over the path, which is selected: the server has one for /socket.io/ already.
	await type("/live/");
	const text = editor.document.getText();
	assert.match(text, /\n {8}location \/live\/ \{\n {12}proxy_pass /);
	assert.match(text, /proxy_set_header Upgrade \$http_upgrade;/);
	assert.match(text, /proxy_read_timeout 3600s;/);
	// What was typed to be offered it stood there for a moment.
	await noFinding(path);
	await picture("snippet - nginx inserted");
}

async function composeSnippet(): Promise<void> {
	const path = "vizora-containers/docker-compose.yml";
	const editor = await open(path);
	await openLineBelow(editor, rangeOf(editor.document, "services:"));
	await type("  ");
	await choose(editor, "service-stateful", "Stateful service");
	// Over the name, which is selected.
	await type("chat");
	assert.match(
		editor.document.getText(),
		/\n {2}chat:\n {4}image: .*\n {4}labels:\n {6}edgewise\.stateful: "true"\n/,
	);
	await noFinding(path);
	await picture("snippet - compose inserted");
}

async function pm2Snippet(): Promise<void> {
	const editor = await open("vizora/ecosystem.config.js");
	const { document } = editor;
	const inside = rangeOf(document, "instances: 1,").end;
	assert.deepEqual(await pm2Labels(document, inside), []);
	await openLineBelow(editor, rangeOf(document, "apps: ["));
	const labels = await pm2Labels(document, editor.selection.active);
	assert.deepEqual(labels, [
		"pm2-cluster",
		"pm2-port-per-instance",
		"pm2-single",
	]);
}

async function pm2Labels(
	document: TextDocument,
	position: Position,
): Promise<readonly string[]> {
	const { items } = await commands.executeCommand<CompletionList>(
		"vscode.executeCompletionItemProvider",
		document.uri,
		position,
	);
	return items
		.map(({ label }) => (typeof label === "string" ? label : label.label))
		.filter((label) => label.startsWith("pm2-"))
		.sort();
}

/** Types the prefix and takes what the suggestions show first; without a screen by the snippet's name. */
async function choose(
	editor: TextEditor,
	prefix: string,
	name: string,
): Promise<void> {
	const before = editor.document.version;
	if (hasScreen) {
		await type(prefix);
		await show(
			"editor.action.triggerSuggest",
			`.suggest-widget.visible .monaco-list-row.focused[aria-label^="${prefix}"]`,
		);
		await picture(`snippet - ${prefix}`);
		await commands.executeCommand("acceptSelectedSuggestion");
	} else await commands.executeCommand("editor.action.insertSnippet", { name });
	assert.ok(editor.document.version > before);
}
