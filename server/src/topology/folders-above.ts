/** The folders in which something may hold for what lies below: settings, .gitignore, package.json. */

import { dirname, resolve } from "../text/path.ts";
import type { DirectoryEntry, Lookup, SourceFile } from "./snapshot.ts";

export interface FolderAbove {
	readonly path: string;
	/** Undefined: not read yet, or not there. */
	readonly entries: readonly DirectoryEntry[] | undefined;
	/** Its repository ends here. */
	readonly isRoot: boolean;
}

/** The folder itself first, up to the root of its repository; without one up to the root of the file system. */
export function foldersFrom(
	directory: string,
	look: Lookup,
): readonly FolderAbove[] {
	const found: FolderAbove[] = [];
	for (let path = directory; ; path = dirname(path)) {
		const entries = look.directory(path);
		const isRoot = entries?.some(({ name }) => name === ".git") ?? false;
		found.push({ path, entries, isRoot });
		if (isRoot || path === "/") return found;
	}
}

/** Asked for only where the folder lists it: most folders, and those above the workspace, have none. */
export function fileIn(
	{ path, entries }: FolderAbove,
	name: string,
	look: Lookup,
): SourceFile | undefined {
	return entries?.some((entry) => entry.name === name)
		? look.file(resolve(path, name))
		: undefined;
}
