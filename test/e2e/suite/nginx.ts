/** nginx as a language of its own: completion, hover, renaming across an include, format on save. */

import assert from "node:assert/strict";
import {
	type CompletionList,
	ConfigurationTarget,
	commands,
	type Hover,
	type MarkdownString,
	Range,
	type TextEditor,
	type WorkspaceEdit,
	workspace,
} from "vscode";
import {
	open,
	openLineBelow,
	putCursor,
	rangeOf,
	type,
	uriOf,
} from "./editor.ts";
import { noFinding } from "./findings.ts";
import type { Test } from "./harness.ts";
import { hasScreen, picture, show } from "./host.ts";

export const nginx: readonly Test[] = [
	["a directive is completed where it may stand", directive],
	["the values of a directive are offered", values],
	["hover explains a directive, a variable and a location", hovers],
	["a zone is renamed across an include", rename],
	["a file is formatted when it is saved", formatOnSave],
];

const main = "includes/nginx.conf";
const site = "includes/conf.d/shop.conf";

async function directive(): Promise<void> {
	const editor = await open(site);
	await openLineBelow(editor, rangeOf(editor.document, "root /srv/www;"));
	const offered = await labels(editor);
	assert.ok(offered.includes("proxy_connect_timeout"));
	assert.ok(!offered.includes("worker_processes"), "belongs into main");
	await type("proxy_conn");
	if (hasScreen) {
		await show(
			"editor.action.triggerSuggest",
			'.suggest-widget.visible .monaco-list-row.focused[aria-label^="proxy_connect_timeout"]',
		);
		await commands.executeCommand("toggleSuggestionDetails");
		await picture(
			"completion - nginx directive",
			".suggest-details.has-docs, .suggest-details",
		);
		await commands.executeCommand("acceptSelectedSuggestion");
		assert.match(editor.document.getText(), /\n {8}proxy_connect_timeout/);
	}
}

async function values(): Promise<void> {
	const editor = await open(site);
	await openLineBelow(editor, rangeOf(editor.document, "root /srv/www;"));
	await type("proxy_http_version ");
	assert.deepEqual((await labels(editor)).slice(0, 2), ["1.0", "1.1"]);
	if (!hasScreen) return;
	await show(
		"editor.action.triggerSuggest",
		'.suggest-widget.visible .monaco-list-row[aria-label^="1.1"]',
	);
	await picture("completion - nginx value");
}

async function labels(editor: TextEditor): Promise<readonly string[]> {
	const { items } = await commands.executeCommand<CompletionList>(
		"vscode.executeCompletionItemProvider",
		editor.document.uri,
		editor.selection.active,
	);
	return items.map(({ label }) =>
		typeof label === "string" ? label : label.label,
	);
}

async function hovers(): Promise<void> {
	const editor = await open(site);
	for (const [text, says, name] of [
		[
			"limit_req zone",
			/nginx\.org\/en\/docs\/http\/ngx_http_limit_req_module\.html#limit_req/,
			"directive",
		],
		["$proxy_add_x_forwarded_for", /X-Forwarded-For/, "variable"],
		[
			"location / {",
			/Every path that no other location takes\. Asked before it:[\s\S]*= \/login/,
			"location",
		],
	] as const) {
		const { start } = rangeOf(editor.document, text);
		const at = start.translate(0, 2);
		const found = await commands.executeCommand<Hover[]>(
			"vscode.executeHoverProvider",
			editor.document.uri,
			at,
		);
		const told = found
			.flatMap(({ contents }) => contents as MarkdownString[])
			.map(({ value }) => value)
			.join("\n");
		assert.match(told, says);
		putCursor(editor, at);
		if (!hasScreen) continue;
		await show("editor.action.showHover", ".monaco-hover .hover-contents");
		await picture(`hover - nginx ${name}`);
		await commands.executeCommand("editor.action.hideHover");
	}
}

async function rename(): Promise<void> {
	const editor = await open(site);
	const { start } = rangeOf(editor.document, "login burst");
	const edit = await commands.executeCommand<WorkspaceEdit>(
		"vscode.executeDocumentRenameProvider",
		editor.document.uri,
		start,
		"signin",
	);
	assert.deepEqual(
		edit
			.entries()
			.map(([{ path }]) => path)
			.sort(),
		[site, main].map((path) => uriOf(path).path).sort(),
	);
	assert.ok(await workspace.applyEdit(edit));
	const declared = await workspace.openTextDocument(uriOf(main));
	assert.match(declared.getText(), /zone=signin:10m/);
	assert.match(editor.document.getText(), /zone=signin burst=10/);
	assert.match(editor.document.getText(), /location = \/login/);
	await noFinding(site);
	await noFinding(main);
	await picture("rename - nginx zone");
}

async function formatOnSave(): Promise<void> {
	const settings = () =>
		workspace.getConfiguration("editor", { languageId: "nginx" });
	await settings().update(
		"formatOnSave",
		true,
		ConfigurationTarget.Workspace,
		true,
	);
	const editor = await open(site);
	const { document } = editor;
	const before = document.getText();
	try {
		const messy = before.replace(/^ +/gm, (blanks) =>
			blanks.length > 4 ? "  " : "\t\t",
		);
		assert.notEqual(messy, before);
		const all = new Range(0, 0, document.lineCount, 0);
		await editor.edit((edit) => edit.replace(all, messy));
		await picture("format - before");
		assert.ok(await document.save());
		assert.equal(document.getText(), before);
		const onDisk = await workspace.fs.readFile(document.uri);
		assert.equal(new TextDecoder().decode(onDisk), before);
		await picture("format - saved");
	} finally {
		await settings().update(
			"formatOnSave",
			undefined,
			ConfigurationTarget.Workspace,
			true,
		);
		await workspace.fs.writeFile(
			document.uri,
			new TextEncoder().encode(before),
		);
	}
}
