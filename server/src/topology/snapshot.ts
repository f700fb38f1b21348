/**
 * The files that the core may look at. The core does no I/O: what it would like to see and
 * was not given is noted, the session reads it, and the project is built again.
 */

/** One text, immutable: a change makes a new object, so that what was parsed from it can be kept with it. */
export interface SourceFile {
	readonly path: string;
	readonly text: string;
	/** While `text` can't be parsed, the newest text of this file that could be. */
	readonly lastGood?: SourceFile;
}

export interface DirectoryEntry {
	readonly name: string;
	readonly kind: "file" | "directory";
}

/** `undefined`: not looked at yet. `null`: it isn't there (or is too large or no text: `file` only). */
export interface Snapshot {
	file(path: string): SourceFile | null | undefined;
	directory(path: string): readonly DirectoryEntry[] | null | undefined;
}

/** A snapshot that remembers what it could not answer. */
export interface Lookup {
	/** `undefined` where it isn't there or isn't known yet; in the second case it is asked for. */
	file(path: string): SourceFile | undefined;
	directory(path: string): readonly DirectoryEntry[] | undefined;
	readonly missing: {
		readonly files: ReadonlySet<string>;
		readonly directories: ReadonlySet<string>;
	};
}

export function lookup(snapshot: Snapshot): Lookup {
	const files = new Set<string>();
	const directories = new Set<string>();
	return {
		file(path) {
			const found = snapshot.file(path);
			if (found === undefined) files.add(path);
			return found ?? undefined;
		},
		directory(path) {
			const found = snapshot.directory(path);
			if (found === undefined) directories.add(path);
			return found ?? undefined;
		},
		missing: { files, directories },
	};
}
