/** Files that no editor has open, settings, and a server that starts again. */

import assert from "node:assert/strict";
import {
	ConfigurationTarget,
	commands,
	type Diagnostic,
	DiagnosticSeverity,
	type Hover,
	languages,
	workspace,
} from "vscode";
import { open, rangeOf, select, type, uriOf } from "./editor.ts";
import { finding, findings, noFinding } from "./findings.ts";
import type { Test } from "./harness.ts";
import { picture } from "./host.ts";
import { until } from "./until.ts";

export const surroundings: readonly Test[] = [
	["an edit in one file is found in another that is not open", otherFile],
	["a file whose name says nothing", plainName],
	["a file that appears on the disk", newFile],
	["a rule that is switched off", ruleOff],
	["edgewise.json has a schema", schema],
	["the server starts again", restart],
];

const ecosystem = "vizora/ecosystem.config.js";
const nginx = "vizora/nginx/nginx.conf";

/** Moves the realtime app to a port that nginx does not know. */
async function moveRealtime(): Promise<void> {
	const editor = await open(ecosystem);
	select(editor, rangeOf(editor.document, "3002"));
	await type("3999");
}

async function otherFile(): Promise<void> {
	await moveRealtime();
	const found = await finding(nginx, "host-port-unserved");
	assert.match(found.message, /3002/);
	await commands.executeCommand("workbench.actions.view.problems");
	await picture("problems", ".markers-panel .monaco-list-row");
	await commands.executeCommand("workbench.action.closePanel");
}

/** VS Code takes it for plain text; compose mounts it as nginx.conf. */
async function plainName(): Promise<void> {
	const editor = await open("plain-names/edge/main");
	const { document } = editor;
	assert.equal(document.languageId, "plaintext");
	const server = rangeOf(document, "api:3000");
	const [told] = await commands.executeCommand<Hover[]>(
		"vscode.executeHoverProvider",
		document.uri,
		server.start,
	);
	assert.ok(told, "hover knows the address");
	select(editor, server);
	await type("host.docker.internal:3000");
	await finding("plain-names/docker-compose.yml", "host-gateway-missing");
}

async function newFile(): Promise<void> {
	const path = "vizora-containers/docker-compose.override.yml";
	await withFile(
		path,
		"services:\n  realtime:\n    deploy:\n      replicas: 3\n",
		async () => {
			const { message } = await finding(path, "stateful-scaled");
			assert.match(message, /3 replicas/);
		},
	);
	await noFinding(path);
}

async function ruleOff(): Promise<void> {
	await moveRealtime();
	await finding(nginx, "host-port-unserved");
	const settings = workspace.getConfiguration("edgewise", uriOf("vizora"));
	const set = (rules: object | undefined) =>
		settings.update("rules", rules, ConfigurationTarget.Workspace);
	await set({ "host-port-unserved": "error" });
	await until(
		languages.onDidChangeDiagnostics,
		() =>
			findings(nginx).find(
				({ severity }) => severity === DiagnosticSeverity.Error,
			),
		() => "an error in the place of the warning",
	);
	await set({ "host-port-unserved": "off" });
	await noFinding(nginx);
	await set(undefined);
}

async function schema(): Promise<void> {
	const path = "vizora/edgewise.json";
	const text =
		'{\n  // where it runs\n  "rules": { "no-such-rule": "off" },\n}\n';
	await withFile(path, text, async () => {
		const { document } = await open(path);
		assert.equal(document.languageId, "jsonc");
		const told = await until(
			languages.onDidChangeDiagnostics,
			() => first(languages.getDiagnostics(document.uri)),
			() => "a word of the schema",
		);
		assert.match(told.message, /no-such-rule/);
		// VS Code keeps the document for a while after its editor is closed.
		await workspace.fs.writeFile(uriOf(path), Buffer.from("{}\n"));
		await noFinding(path);
	});
}

/** On the disk, while `run` runs. */
async function withFile(
	path: string,
	text: string,
	run: () => Promise<void>,
): Promise<void> {
	await workspace.fs.writeFile(uriOf(path), Buffer.from(text));
	try {
		await run();
	} finally {
		await workspace.fs.delete(uriOf(path));
	}
}

function first(all: readonly Diagnostic[]): Diagnostic | undefined {
	return all.find(({ source }) => source !== "edgewise");
}

async function restart(): Promise<void> {
	await moveRealtime();
	await finding(nginx, "host-port-unserved");
	const gone = until(
		languages.onDidChangeDiagnostics,
		() => (findings(nginx).length === 0 ? true : undefined),
		() => "the end of what the old server said",
	);
	await commands.executeCommand("edgewise.restart");
	await gone;
	await finding(nginx, "host-port-unserved");
}
