/** The texts and folders that have been looked at: open documents over the disk. */

import { basename, dirname } from "../text/path.ts";
import type { DirectoryEntry, SourceFile } from "../topology/snapshot.ts";
import type { FileSystem } from "./file-system.ts";

export interface Sources {
	/** As in `Snapshot`. */
	file(path: string): SourceFile | null | undefined;
	directory(path: string): readonly DirectoryEntry[] | null | undefined;
	/** Reads what is asked for, files and folders; what is known already is left alone. */
	load(files: Iterable<string>, directories: Iterable<string>): Promise<void>;
	/** The text of an open document; wins over the disk until `close`. */
	open(path: string, text: string): void;
	close(path: string): void;
	isOpen(path: string): boolean;
	/** The disk changed there: what is known of it is forgotten. */
	forget(path: string): void;
}

/** `isBroken`: whether a text can't be parsed, in the role that the file has; then the one before it is kept. */
export function createSources(
	files: FileSystem,
	isBroken: (file: SourceFile) => boolean,
): Sources {
	const texts = new Map<string, SourceFile | null>();
	const folders = new Map<string, readonly DirectoryEntry[] | null>();
	const opened = new Set<string>();

	const set = (path: string, text: string): void => {
		const before = texts.get(path);
		if (before?.text === text) return;
		texts.set(
			path,
			before ? successor(before, text, isBroken) : { path, text },
		);
	};

	return {
		file: (path) => texts.get(path),
		directory(path) {
			const entries = folders.get(path);
			if (!entries) return entries;
			const names = new Set(entries.map(({ name }) => name));
			const unsaved = [...opened].filter(
				(file) => dirname(file) === path && !names.has(basename(file)),
			);
			if (unsaved.length === 0) return entries;
			return [
				...entries,
				...unsaved.map((file) => ({
					name: basename(file),
					kind: "file" as const,
				})),
			];
		},
		async load(wantedFiles, wantedDirectories) {
			await Promise.all([
				...[...wantedFiles].map(async (path) => {
					const text = await files.read(path);
					if (opened.has(path)) return;
					if (text === null) texts.set(path, null);
					else set(path, text);
				}),
				...[...wantedDirectories].map(async (path) =>
					folders.set(path, await files.list(path)),
				),
			]);
		},
		open(path, text) {
			opened.add(path);
			set(path, text);
		},
		close(path) {
			opened.delete(path);
			texts.delete(path);
		},
		isOpen: (path) => opened.has(path),
		forget(path) {
			if (!opened.has(path)) texts.delete(path);
			folders.delete(path);
			folders.delete(dirname(path));
		},
	};
}

function successor(
	before: SourceFile,
	text: string,
	isBroken: (file: SourceFile) => boolean,
): SourceFile {
	if (isBroken(before)) {
		return {
			path: before.path,
			text,
			...(before.lastGood ? { lastGood: before.lastGood } : {}),
		};
	}
	// A sound text needs none before it: without this each would keep all that came before.
	delete (before as { lastGood?: SourceFile }).lastGood;
	return { path: before.path, text, lastGood: before };
}
