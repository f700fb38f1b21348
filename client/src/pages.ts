/** Rule pages and explanations, shown in the Markdown preview: they work without a network. */

import {
	commands,
	Disposable,
	EventEmitter,
	Uri,
	window,
	workspace,
} from "vscode";

declare const EDGEWISE_PAGES: Readonly<Record<string, string>>;

const scheme = "edgewise";
const shown = new Map<string, string>();
const changed = new EventEmitter<Uri>();

/** Answers the links of diagnostics, `vscode://edgewise.edgewise/rules/RULE`. */
export function registerPages(): Disposable {
	return Disposable.from(
		workspace.registerTextDocumentContentProvider(scheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: ({ path }) => shown.get(path) ?? "",
		}),
		window.registerUriHandler({
			handleUri: async ({ path }) => {
				const rule = /^\/rules\/([a-z0-9-]+)$/.exec(path)?.[1];
				const page = rule === undefined ? undefined : EDGEWISE_PAGES[rule];
				if (rule !== undefined && page !== undefined)
					await showMarkdown(rule, page);
			},
		}),
	);
}

export async function showMarkdown(name: string, text: string): Promise<void> {
	const uri = Uri.from({ scheme, path: `/${name}.md` });
	shown.set(uri.path, text);
	changed.fire(uri);
	await commands.executeCommand("markdown.showPreviewToSide", uri);
}
