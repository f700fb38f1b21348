/** The one port through which files come in: Node's for server and command line, one in memory for tests. */

import type { DirectoryEntry } from "../topology/snapshot.ts";

export interface FileSystem {
	/** Null: it isn't there, can't be read, is too large, or is no text. Never rejects. */
	read(path: string): Promise<string | null>;
	/** Null: it is no directory, or can't be read. Symbolic links count as what they lead to. Never rejects. */
	list(path: string): Promise<readonly DirectoryEntry[] | null>;
	/** The path without symbolic links, to tell whether two lead to the same place. */
	real(path: string): Promise<string>;
}

/** Larger files are left alone: no configuration is, and reading one would stall the editor. */
export const largestFile = 4 * 1024 * 1024;
