/** What the editor's configuration says for each workspace folder; asked for again when it changes. */

import type { Connection } from "vscode-languageserver";
import { isWithin } from "../text/path.ts";
import type { Settings } from "../topology/settings.ts";
import { settingsFrom } from "../topology/settings-file.ts";
import { uriOf } from "./uri.ts";

export interface EditorSettings {
	/** Of the innermost workspace folder that holds the directory. */
	of(directory: string): Partial<Settings>;
	/** Globs of `files.exclude`: what the editor hides from the user. */
	hidden(root: string): readonly string[];
	/** Asks the client. */
	pull(roots: readonly string[]): Promise<void>;
	/** The client sends its configuration by itself, one for all folders. */
	take(configuration: unknown): void;
}

interface OfRoot {
	readonly root: string;
	readonly settings: Partial<Settings>;
	readonly hidden: readonly string[];
}

const sections = ["edgewise", "files.exclude"] as const;

export function createEditorSettings(connection: Connection): EditorSettings {
	let known: readonly OfRoot[] = [];
	let pulls = 0;
	const of = (directory: string): OfRoot | undefined =>
		known.find(({ root }) => isWithin(root, directory));

	return {
		of: (directory) => of(directory)?.settings ?? {},
		hidden: (root) => of(root)?.hidden ?? [],
		async pull(roots) {
			const turn = ++pulls;
			// Without a folder the user's own settings count.
			const scopes = roots.length > 0 ? roots : [undefined];
			const items = scopes.flatMap((root) =>
				sections.map((section) => ({
					...(root === undefined ? {} : { scopeUri: uriOf(root) }),
					section,
				})),
			);
			const answers: unknown[] =
				await connection.workspace.getConfiguration(items);
			if (turn !== pulls) return;
			known = scopes
				.map((root = "/", i) => ({
					root,
					settings: settingsFrom(answers[2 * i]),
					hidden: globsOf(answers[2 * i + 1]),
				}))
				.sort((a, b) => b.root.length - a.root.length);
		},
		take(configuration) {
			const settings = settingsFrom(property(configuration, "edgewise"));
			known = [{ root: "/", settings, hidden: [] }];
		},
	};
}

/** `{ "GLOB": true, "GLOB": { "when": … } }`: those that are simply on. */
function globsOf(value: unknown): readonly string[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([glob, on]) =>
		on === true ? [glob] : [],
	);
}

function property(value: unknown, name: string): unknown {
	return typeof value === "object" && value !== null
		? (value as Readonly<Record<string, unknown>>)[name]
		: undefined;
}
