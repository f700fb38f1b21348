/** What is asked while somebody types: completions and signatures, from the features to LSP. */

import type { Connection } from "vscode-languageserver";
import { completions } from "../features/completion/completion.ts";
import { signatures } from "../features/signature.ts";
import { resolveCompletion, toCompletionItem } from "./completion.ts";
import type { AskedAt } from "./navigation.ts";
import { toSignatureHelp } from "./signature.ts";

export function answerTyping(
	connection: Connection,
	at: (params: {
		readonly textDocument: { readonly uri: string };
	}) => Promise<AskedAt | undefined>,
): void {
	connection.onCompletion(async (params) => {
		const asked = await at(params);
		const offset = asked?.document.offsetAt(params.position) ?? 0;
		return asked?.loadings
			.slice(0, 1)
			.flatMap((project) =>
				completions(project, asked.path, offset).map((item, i) =>
					toCompletionItem(item, i, asked.document.getText()),
				),
			);
	});
	connection.onCompletionResolve(resolveCompletion);
	connection.onSignatureHelp(async (params) => {
		const asked = await at(params);
		const offset = asked?.document.offsetAt(params.position) ?? 0;
		const [project] = asked?.loadings ?? [];
		return asked && project
			? toSignatureHelp(signatures(project, asked.path, offset))
			: null;
	});
}
