/** The three mistakes, typed into deployments that are right, seen, and repaired from the lightbulb. */

import assert from "node:assert/strict";
import { commands, DiagnosticSeverity } from "vscode";
import { open, openLineBelow, rangeOf, select, type } from "./editor.ts";
import { finding, noFinding, repair } from "./findings.ts";
import type { Test } from "./harness.ts";
import { picture } from "./host.ts";

export const mistakes: readonly Test[] = [
	["a second replica of the realtime service", secondReplica],
	["host.docker.internal without extra_hosts", noExtraHosts],
	["an upstream port that no PM2 instance opens", portWithoutInstance],
];

async function secondReplica(): Promise<void> {
	const path = "vizora-containers/docker-compose.yml";
	const editor = await open(path);
	const right = editor.document.getText();
	select(
		editor,
		rangeOf(editor.document, "1", "PORT: 3002\n    deploy:\n      replicas: "),
	);
	await type("2");
	const found = await finding(path, "stateful-scaled");
	assert.equal(editor.document.getText(found.range), "2");
	assert.equal(found.severity, DiagnosticSeverity.Warning);
	assert.match(found.message, /^realtime runs 2 replicas/);
	await picture("replicas - seen", ".squiggly-warning");
	const title = await repair(editor, found, "replicas - lightbulb");
	assert.match(title, /realtime/);
	await noFinding(path);
	assert.equal(editor.document.getText(), right);
	await picture("replicas - repaired");
}

async function noExtraHosts(): Promise<void> {
	const path = "vizora/docker-compose.yml";
	const editor = await open(path);
	const entry =
		'    extra_hosts:\n      - "host.docker.internal:host-gateway"\n';
	select(editor, rangeOf(editor.document, entry));
	await commands.executeCommand("deleteLeft");
	const found = await finding(path, "host-gateway-missing");
	assert.equal(editor.document.getText(found.range), "nginx");
	assert.ok(found.relatedInformation?.length, "names nginx's lines too");
	await picture("extra_hosts - seen", ".squiggly-warning");
	await repair(editor, found, "extra_hosts - lightbulb");
	await noFinding(path);
	assert.match(
		editor.document.getText(),
		/extra_hosts:\n\s+- "?host\.docker\.internal:host-gateway"?\n/,
	);
	await picture("extra_hosts - repaired");
}

async function portWithoutInstance(): Promise<void> {
	const path = "vizora/nginx/nginx.conf";
	const editor = await open(path);
	const right = editor.document.getText();
	await openLineBelow(
		editor,
		rangeOf(editor.document, "server host.docker.internal:3002;"),
	);
	await type("server host.docker.internal:3012;");
	const found = await finding(path, "upstream-instance-mismatch");
	assert.equal(editor.document.getText(found.range), "3012");
	assert.match(found.message, /realtime/);
	await picture("port - seen", ".squiggly-warning");
	await repair(editor, found, "port - lightbulb");
	await noFinding(path);
	assert.equal(editor.document.getText(), right);
	await picture("port - repaired");
}
