/** What Edgewise tells: hover, definition, a rule's page, the explanation of an upstream. */

import assert from "node:assert/strict";
import {
	commands,
	type Hover,
	type LocationLink,
	type MarkdownString,
	type Tab,
	Uri,
	window,
} from "vscode";
import { open, putCursor, rangeOf, select, type, uriOf } from "./editor.ts";
import { finding } from "./findings.ts";
import type { Test } from "./harness.ts";
import { hasScreen, picture, show } from "./host.ts";
import { until } from "./until.ts";

export const reading: readonly Test[] = [
	["hover says what an upstream server reaches", hover],
	["go to definition leads from nginx to the PM2 app", definition],
	["a finding's link opens its rule's page", rulePage],
	["Explain This Upstream", explain],
];

const nginx = "vizora/nginx/nginx.conf";
const address = "host.docker.internal:3000";

async function hover(): Promise<void> {
	const editor = await open(nginx);
	const { start } = rangeOf(editor.document, address);
	const found = await commands.executeCommand<Hover[]>(
		"vscode.executeHoverProvider",
		editor.document.uri,
		start,
	);
	const text = found
		.flatMap(({ contents }) => contents as MarkdownString[])
		.map(({ value }) => value)
		.join("\n");
	assert.match(text, /PM2 app `middleware`/);
	putCursor(editor, start);
	if (!hasScreen) return;
	await show("editor.action.showHover", ".monaco-hover .hover-contents");
	await picture("hover");
}

async function definition(): Promise<void> {
	const editor = await open(nginx);
	const found = await commands.executeCommand<LocationLink[]>(
		"vscode.executeDefinitionProvider",
		editor.document.uri,
		rangeOf(editor.document, address).start,
	);
	assert.deepEqual(
		found.map(({ targetUri }) => targetUri.path),
		[uriOf("vizora/ecosystem.config.js").path],
	);
}

async function rulePage(): Promise<void> {
	const path = "vizora-containers/docker-compose.yml";
	const editor = await open(path);
	select(
		editor,
		rangeOf(editor.document, "1", "PORT: 3002\n    deploy:\n      replicas: "),
	);
	await type("2");
	const { code } = await finding(path, "stateful-scaled");
	assert.ok(typeof code === "object");
	await commands.executeCommand("vscode.open", Uri.parse(`${code.target}`));
	await tab("stateful-scaled");
	await picture("rule page", ...preview);
}

async function explain(): Promise<void> {
	const editor = await open(nginx);
	putCursor(editor, rangeOf(editor.document, address).start);
	await commands.executeCommand("edgewise.explainUpstream");
	await tab("This upstream");
	await picture("explanation", ...preview);
}

/** The body of what the Markdown preview shows. */
const preview = [
	"iframe.webview",
	"#active-frame",
	".markdown-body .code-line",
];

/** Waits for an editor whose title says so. */
function tab(title: string): Promise<Tab> {
	const all = () => window.tabGroups.all.flatMap(({ tabs }) => tabs);
	return until(
		window.tabGroups.onDidChangeTabs,
		() => all().find(({ label }) => label.includes(title)),
		() => `a tab ${title}; there are ${all().map(({ label }) => label)}`,
	);
}
