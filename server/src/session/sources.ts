/** The texts and folders that have been looked at: open documents over the disk. */

import { oncePer } from "../collections/once-per.ts";
import { basename, dirname } from "../text/path.ts";
import type { DirectoryEntry, SourceFile } from "../topology/snapshot.ts";
import { type FileSystem, largestFile } from "./file-system.ts";

export interface Sources {
	/** As in `Snapshot`. */
	file(path: string): SourceFile | null | undefined;
	directory(path: string): readonly DirectoryEntry[] | null | undefined;
	/** Reads files and folders. What is on its way already is waited for, not read twice. */
	load(files: Iterable<string>, directories: Iterable<string>): Promise<void>;
	/** What somebody else saw in a folder, a moment ago. */
	adopt(path: string, entries: readonly DirectoryEntry[]): void;
	/** The text of an open document; wins over the disk until `close`. */
	open(path: string, text: string): void;
	close(path: string): void;
	isOpen(path: string): boolean;
	opened(): Iterable<string>;
	/** The disk changed: what is known of these files and folders is no longer sure. */
	forget(paths: Iterable<string>): void;
	/** Every file and folder that was asked for. */
	known(): Iterable<string>;
}

/** `isBroken`: whether a text can't be parsed, in the role that the file has; then the one before it is kept. */
export function createSources(
	files: Pick<FileSystem, "read" | "list">,
	isBroken: (file: SourceFile) => boolean,
): Sources {
	const texts = new Map<string, SourceFile | null>();
	const folders = new Map<string, readonly DirectoryEntry[] | null>();
	/** Files whose text must be read again; the old one stays as what was good before. */
	const stale = new Set<string>();
	/** Folder → open documents in it. */
	const opened = new Map<string, Set<string>>();
	const readText = shared(files.read);
	const readFolder = shared(files.list);

	const isOpen = (path: string): boolean =>
		opened.get(dirname(path))?.has(path) === true;

	/** Whether a folder above that was listed lacks the way to the path: most of what projects ask for is not there. */
	const isMissing = (path: string): boolean => {
		for (let below = path; below !== "/"; below = dirname(below)) {
			const entries = folders.get(dirname(below));
			if (entries) return !namesOf(entries).has(fold(basename(below)));
		}
		return false;
	};

	/** Something happened at the path: a listing that lacks the way there is older than that. */
	const forgetOutdated = (path: string): void => {
		for (let below = path; below !== "/"; below = dirname(below)) {
			const entries = folders.get(dirname(below));
			if (entries === undefined) continue;
			if (!entries || !namesOf(entries).has(fold(basename(below))))
				folders.delete(dirname(below));
		}
	};

	const set = (path: string, text: string): void => {
		const before = texts.get(path);
		// The same object, so that what was parsed from it stays known.
		if (before?.text !== text)
			texts.set(path, successor(before, path, text, isBroken));
		stale.delete(path);
	};

	return {
		file(path) {
			if (stale.has(path) && !isOpen(path)) return undefined;
			const known = texts.get(path);
			if (known !== undefined || !isMissing(path)) return known;
			texts.set(path, null);
			return null;
		},
		directory(path) {
			if (!folders.has(path) && isMissing(path)) folders.set(path, null);
			const entries = folders.get(path);
			const documents = opened.get(path);
			if (entries === undefined || !documents) return entries;
			return withUnsaved(entries, documents);
		},
		async load(wantedFiles, wantedDirectories) {
			await Promise.all([
				...[...wantedFiles].map((path) =>
					readText.ask(path, (text) => {
						if (isOpen(path)) return;
						if (text === null) texts.set(path, null);
						else set(path, text);
						stale.delete(path);
					}),
				),
				...[...wantedDirectories].map((path) =>
					readFolder.ask(path, (entries) => {
						folders.set(path, entries);
					}),
				),
			]);
		},
		adopt: (path, entries) => void folders.set(path, entries),
		open(path, text) {
			const folder = dirname(path);
			const documents = opened.get(folder) ?? new Set();
			opened.set(folder, documents.add(path));
			if (text.length <= largestFile) set(path, text);
			else texts.set(path, null);
		},
		close(path) {
			const documents = opened.get(dirname(path));
			documents?.delete(path);
			if (documents?.size === 0) opened.delete(dirname(path));
			stale.add(path);
		},
		isOpen,
		opened: () => [...opened.values()].flatMap((paths) => [...paths]),
		forget(paths) {
			for (const path of paths) {
				if (texts.has(path)) stale.add(path);
				folders.delete(path);
				readText.drop(path);
				readFolder.drop(path);
				forgetOutdated(path);
			}
		},
		known: () => [...texts.keys(), ...folders.keys()],
	};
}

/** Asks once for each path at a time; an answer on its way when the path is dropped counts no more. */
function shared<T>(ask: (path: string) => Promise<T>): {
	ask(path: string, take: (answer: T) => void): Promise<void>;
	drop(path: string): void;
} {
	const asked = new Map<string, Promise<void>>();
	return {
		ask(path, take) {
			const before = asked.get(path);
			if (before) return before;
			const answered = ask(path).then((answer) => {
				if (asked.get(path) !== answered) return;
				asked.delete(path);
				take(answer);
			});
			asked.set(path, answered);
			return answered;
		},
		drop(path) {
			asked.delete(path);
		},
	};
}

const namesOf = oncePer(
	(entries: readonly DirectoryEntry[]) =>
		new Set(entries.map(({ name }) => fold(name))),
);

/** There are disks on which `Dockerfile` answers to `dockerfile`, or to another spelling of its accents. */
function fold(name: string): string {
	return name.normalize("NFC").toLowerCase();
}

/** What an editor holds that isn't on the disk yet is in its folder all the same. */
function withUnsaved(
	entries: readonly DirectoryEntry[] | null,
	documents: ReadonlySet<string>,
): readonly DirectoryEntry[] | null {
	const names = new Set(entries?.map(({ name }) => name));
	const unsaved = [...documents]
		.map(basename)
		.filter((name) => !names.has(name));
	if (unsaved.length === 0) return entries;
	return [
		...(entries ?? []),
		...unsaved.map((name) => ({ name, kind: "file" as const })),
	];
}

function successor(
	before: SourceFile | null | undefined,
	path: string,
	text: string,
	isBroken: (file: SourceFile) => boolean,
): SourceFile {
	const next = { path, text };
	if (!before || !isBroken(next)) return next;
	const good = isBroken(before) ? before.lastGood : before;
	return good ? Object.assign(next, { lastGood: good }) : next;
}
