/** What the editor's configuration says for each workspace folder; asked for again when it changes. */

import type { Connection } from "vscode-languageserver";
import { uriOf } from "../lsp/uri.ts";
import { isWithin } from "../text/path.ts";
import type { Settings } from "../topology/settings.ts";
import { settingsFrom } from "../topology/settings-file.ts";

export interface EditorSettings {
	/** Of the workspace folder that holds the directory. */
	of(directory: string): Partial<Settings>;
	read(roots: readonly string[], supported: boolean): Promise<void>;
}

export function createEditorSettings(connection: Connection): EditorSettings {
	let byRoot: readonly {
		readonly root: string;
		readonly settings: Partial<Settings>;
	}[] = [];
	return {
		of: (directory) =>
			byRoot.find(({ root }) => isWithin(root, directory))?.settings ?? {},
		async read(roots, supported) {
			if (!supported) return;
			const items = roots.map((root) => ({
				scopeUri: uriOf(root),
				section: "edgewise",
			}));
			const found: unknown[] =
				await connection.workspace.getConfiguration(items);
			byRoot = roots.map((root, i) => ({
				root,
				settings: settingsFrom(found[i]),
			}));
		},
	};
}
