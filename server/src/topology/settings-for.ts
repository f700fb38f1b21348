/** The settings that hold for a folder: the command line's over edgewise.json's over the editor's. */

import { defaultSettings, type Settings } from "./settings.ts";
import { readSettings } from "./settings-file.ts";
import { settingsFileOf } from "./settings-file-of.ts";
import type { Lookup } from "./snapshot.ts";

export function settingsFor(
	directory: string,
	look: Lookup,
	editor: Partial<Settings>,
	commandLine: Partial<Settings>,
): Settings {
	const { path, text } = settingsFileOf(directory, look);
	const file = text === undefined ? {} : readSettings(path, text).settings;
	const rules = { ...editor.rules, ...file.rules, ...commandLine.rules };
	return { ...defaultSettings, ...editor, ...file, ...commandLine, rules };
}
