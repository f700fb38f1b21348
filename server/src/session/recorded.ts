/** A disk that remembers which folders were listed, so that what a scan saw is not asked for again. */

import { dirname } from "../text/path.ts";
import type { FileSystem, ListedEntry } from "./file-system.ts";

export interface RecordedDisk {
	readonly disk: FileSystem;
	/** What was seen of the folders of these files, and of those above them. */
	listingsAround(
		paths: Iterable<string>,
	): ReadonlyMap<string, readonly ListedEntry[]>;
}

export function recorded(files: FileSystem): RecordedDisk {
	const listings = new Map<string, readonly ListedEntry[]>();
	return {
		disk: {
			...files,
			async list(path) {
				const entries = await files.list(path);
				if (entries) listings.set(path, entries);
				return entries;
			},
		},
		listingsAround(paths) {
			const around = new Map<string, readonly ListedEntry[]>();
			for (const path of paths) {
				for (let folder = dirname(path); ; folder = dirname(folder)) {
					const entries = listings.get(folder);
					// Folders above one that was seen before were seen, too.
					if (around.has(folder)) break;
					if (entries) around.set(folder, entries);
					if (folder === "/") break;
				}
			}
			return around;
		},
	};
}
