/** More mistakes, each typed where somebody would make it, seen, and mended by its preferred fix. */

import assert from "node:assert/strict";
import { Range, type TextEditor } from "vscode";
import { open, rangeOf, select, type } from "./editor.ts";
import { finding, noFinding, repair } from "./findings.ts";
import type { Test } from "./harness.ts";
import { picture } from "./host.ts";

interface Fault {
	readonly rule: string;
	readonly path: string;
	/** Stands there once; with `typed` in its place the file is wrong. */
	readonly right: string;
	readonly typed: string;
	/** Where the finding stands, if it is not the file in which it was typed. */
	readonly seenIn?: string;
	/** The fix makes something else right than what stood there. */
	readonly otherwise?: true;
}

const containers = "vizora-containers/nginx/nginx.conf";
const compose = "vizora-containers/docker-compose.yml";
const nginx = "vizora/nginx/nginx.conf";
const hostCompose = "vizora/docker-compose.yml";
const site = "includes/conf.d/shop.conf";
const pm2 = "vizora/ecosystem.config.js";

const all: readonly Fault[] = [
	{
		rule: "upstream-host-unknown",
		path: containers,
		right: "server realtime:3002",
		typed: "server realtme:3002",
	},
	{
		rule: "container-loopback",
		path: containers,
		right: "server realtime:3002",
		typed: "server 127.0.0.1:3002",
	},
	{
		rule: "upstream-port-closed",
		path: containers,
		right: "server realtime:3002",
		typed: "server realtime:3003",
	},
	{
		rule: "upstream-has-port",
		path: containers,
		right: "proxy_pass http://web_dashboard;",
		typed: "proxy_pass http://web_dashboard:3001;",
	},
	{
		rule: "backup-same-address",
		path: nginx,
		right: "server host.docker.internal:3001;",
		typed:
			"server host.docker.internal:3001;\nserver host.docker.internal:3001 backup;",
	},
	{
		rule: "proxy-uri-mapping",
		path: nginx,
		right: "proxy_pass http://middleware_api;",
		typed: "proxy_pass http://middleware_api/v1;",
		otherwise: true,
	},
	{
		rule: "published-port-unserved",
		path: compose,
		right: '"80:80"',
		typed: '"80:8080"',
	},
	{
		rule: "certificate-mount-writable",
		path: hostCompose,
		right: "- /etc/letsencrypt:/etc/letsencrypt:ro",
		typed: "- /etc/letsencrypt:/etc/letsencrypt",
	},
	{
		rule: "directive-deprecated",
		path: containers,
		right: "listen 443 ssl;",
		typed: "listen 443 ssl http2;",
		otherwise: true,
	},
	{
		rule: "nginx-syntax",
		path: site,
		right: "proxy_http_version 1.1;",
		typed: "proxy_http_version 1.1",
	},
	{
		rule: "directive-unknown",
		path: site,
		right: "proxy_read_timeout",
		typed: "proxy_red_timeout",
	},
	{
		rule: "regex-brace-unquoted",
		path: site,
		right: '"^/item/\\d{3,8}$"',
		typed: "^/item/\\d{3,8}$",
	},
	{
		rule: "pass-scheme",
		path: site,
		right: "proxy_pass http://shop;\n        proxy_http",
		typed: "proxy_pass shop;\nproxy_http",
	},
	{
		rule: "size-unit",
		path: site,
		right: "20m;",
		typed: "20mb;",
	},
	{
		rule: "add-header-inheritance",
		path: site,
		right: "expires 30d;",
		typed: "expires 30d;\nadd_header Cache-Control public;",
		otherwise: true,
	},
	{
		rule: "compose-version-obsolete",
		path: compose,
		right: "name: vizora\n",
		typed: 'version: "3"\nname: vizora\n',
	},
	{
		rule: "pm2-cluster-unsupported",
		path: pm2,
		right: "script: 'node_modules/next/dist/bin/next'",
		typed: "script: 'npm'",
		otherwise: true,
	},
];

export const faults: readonly Test[] = all.map((fault) => [
	`${fault.rule}: seen and mended`,
	() => mended(fault),
]);

async function mended(fault: Fault): Promise<void> {
	const { rule, path, right, typed, otherwise } = fault;
	const editor = await open(path);
	const before = editor.document.getText();
	await put(editor, rangeOf(editor.document, right), typed);
	const found = await finding(path, rule);
	await repair(editor, found, `fault - ${rule}`);
	await noFinding(path);
	if (!otherwise) assert.equal(editor.document.getText(), before);
	await picture(`fault - ${rule} mended`);
}

/** At once, as a paste does: nothing is closed or indented. */
async function put(
	editor: TextEditor,
	range: Range,
	text: string,
): Promise<void> {
	if (text.includes("\n") || /["']/.test(text)) {
		const indent = " ".repeat(range.start.character);
		await editor.edit((edit) =>
			edit.replace(
				new Range(range.start, range.end),
				text.replaceAll("\n", `\n${indent}`),
			),
		);
		return;
	}
	select(editor, range);
	await type(text);
}
