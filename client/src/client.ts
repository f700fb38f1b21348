/** The language client: how the server is started, and what it is told. */

import { type ExtensionContext, env, Uri, window } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { documentSelector, patterns } from "./documents.ts";

/** Not started yet. It starts its server again when that crashes, up to five times in three minutes. */
export function createClient(context: ExtensionContext): LanguageClient {
	const module = context.asAbsolutePath("dist/server.js");
	const transport = TransportKind.ipc;
	const initializationOptions: InitializationOptions = {
		rulePage: Uri.from({
			scheme: env.uriScheme,
			authority: context.extension.id,
			path: "/rules/RULE",
		}).toString(),
		documents: patterns,
	};
	return new LanguageClient(
		"edgewise",
		"Edgewise",
		{
			run: { module, transport },
			debug: {
				module,
				transport,
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
