/** The one port through which files come in: Node's for server and command line, one in memory for tests. */

import type { DirectoryEntry } from "../topology/snapshot.ts";

export interface FileSystem {
	/** Null: it isn't there, can't be read, is too large, or is no text. Never rejects. */
	read(path: string): Promise<string | null>;
	/** Null: it is no directory, or can't be read. Never rejects. */
	list(path: string): Promise<readonly ListedEntry[] | null>;
	/** Null: there is nothing, or what is neither. Symbolic links count as what they lead to. Never rejects. */
	kind(path: string): Promise<DirectoryEntry["kind"] | null>;
	/** The path without symbolic links, to tell whether two lead to the same place. Never rejects. */
	real(path: string): Promise<string>;
}

/** `kind` is that of what a symbolic link leads to. */
export interface ListedEntry extends DirectoryEntry {
	readonly linked?: true;
}

/** In bytes. Larger files are left alone: no configuration is, and reading one would stall the editor. */
export const largestFile = 4 * 1024 * 1024;
