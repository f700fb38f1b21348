/** The language client: which documents it speaks of, and how the server is started. */

import { type ExtensionContext, env, Uri, window } from "vscode";
import {
	type DocumentSelector,
	LanguageClient,
	TransportKind,
} from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/protocol.ts";

/**
 * By pattern, not by language id: VS Code opens a `.conf` as properties and a `.template` as
 * plain text. Only files: `git:` and other virtual documents are left out.
 */
const patterns = [
	"**/*.{conf,nginx,vhost,template,inc}",
	"**/{nginx,conf.d,sites-available,sites-enabled}/**",
	"**/*compose*.{yml,yaml}",
	"**/*.config.{js,cjs,mjs}",
	"**/{ecosystem,pm2,process}*.{js,cjs,json,yml,yaml}",
	"**/{package,edgewise}.json",
	"**/{Dockerfile,Dockerfile.*,*.dockerfile,.env,.env.*,*.env}",
];

const documentSelector: DocumentSelector = [
	{ scheme: "file", language: "nginx" },
	{ scheme: "file", language: "dockercompose" },
	...patterns.map((pattern) => ({ scheme: "file", pattern })),
];

export function createClient(context: ExtensionContext): LanguageClient {
	const module = context.asAbsolutePath("dist/server.js");
	const page = Uri.from({
		scheme: env.uriScheme,
		authority: context.extension.id,
		path: "/rules/RULE",
	});
	const initializationOptions: InitializationOptions = {
		rulePage: page.toString(),
	};
	return new LanguageClient(
		"edgewise",
		"Edgewise",
		{
			run: { module, transport: TransportKind.ipc },
			debug: {
				module,
				transport: TransportKind.ipc,
				options: { execArgv: ["--nolazy", "--inspect=6009"] },
			},
		},
		{
			documentSelector,
			initializationOptions,
			outputChannel: window.createOutputChannel("Edgewise", { log: true }),
		},
	);
}
