/** The edgewise.json that holds for a folder: the nearest above it, else the one that would lie in it. */

import { dirname, resolve } from "../text/path.ts";
import type { SettingsFile } from "./model.ts";
import type { Lookup } from "./snapshot.ts";

export const settingsName = "edgewise.json";

export function settingsFileOf(directory: string, look: Lookup): SettingsFile {
	for (let folder = directory; ; folder = dirname(folder)) {
		const file = look.file(resolve(folder, settingsName));
		if (file) return { path: file.path, text: file.text };
		const entries = look.directory(folder);
		if (folder === "/" || entries?.some(({ name }) => name === ".git")) break;
	}
	return { path: resolve(directory, settingsName), text: undefined };
}
