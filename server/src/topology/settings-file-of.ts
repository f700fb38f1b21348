/** The edgewise.json that holds for a folder: the nearest above it, else the one that would lie in it. */

import { resolve } from "../text/path.ts";
import { foldersFrom } from "./folders-above.ts";
import type { SettingsFile } from "./model.ts";
import type { Lookup } from "./snapshot.ts";

export const settingsName = "edgewise.json";

export function settingsFileOf(directory: string, look: Lookup): SettingsFile {
	for (const folder of foldersFrom(directory, look)) {
		const file = look.file(resolve(folder.path, settingsName));
		if (file) return { path: file.path, text: file.text };
	}
	return { path: resolve(directory, settingsName), text: undefined };
}
