/** Rule pages and explanations in the Markdown preview: they work without a network. */

import {
	commands,
	Disposable,
	EventEmitter,
	Uri,
	window,
	workspace,
} from "vscode";

/** Rule → its page. The bundler puts them in. */
declare const EDGEWISE_PAGES: Readonly<Record<string, string>>;

const scheme = "edgewise";
const explanation = Uri.from({ scheme, path: "/This upstream.md" });

export interface Pages extends Disposable {
	/** Shows what was said of an upstream, in the place of what was said before. */
	explain(markdown: string): Promise<void>;
}

/** Also answers the links of diagnostics, `vscode://edgewise.edgewise/rules/RULE`. */
export function registerPages(): Pages {
	const changed = new EventEmitter<Uri>();
	let explained = "";
	const registered = Disposable.from(
		changed,
		workspace.registerTextDocumentContentProvider(scheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: ({ path }) =>
				path === explanation.path ? explained : pageAt(path),
		}),
		window.registerUriHandler({
			handleUri: ({ path }) => showRule(path),
		}),
	);
	return {
		async explain(markdown) {
			explained = markdown;
			changed.fire(explanation);
			await show(explanation);
		},
		dispose: () => registered.dispose(),
	};
}

async function showRule(path: string): Promise<void> {
	const uri = Uri.from({ scheme, path: `${path}.md` });
	if (pageAt(uri.path) !== undefined) await show(uri);
	else
		await window.showWarningMessage(
			`Edgewise has no page ${path}: the link may be of another version.`,
		);
}

function pageAt(path: string): string | undefined {
	const rule = /^\/rules\/([a-z0-9-]+)\.md$/.exec(path)?.[1];
	return rule === undefined ? undefined : EDGEWISE_PAGES[rule];
}

async function show(uri: Uri): Promise<void> {
	await commands.executeCommand("markdown.showPreviewToSide", uri);
}
