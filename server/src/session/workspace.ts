/**
 * The open workspace: what happens to documents, files and folders, and which projects it
 * concerns. Editor and command line drive the same one.
 */

import { basename, dirname, isWithin } from "../text/path.ts";
import { discover } from "../topology/discover.ts";
import { isCandidate } from "../topology/roles.ts";
import type { Seed } from "../topology/seed.ts";
import { settingsName } from "../topology/settings-file-of.ts";
import { isBroken } from "../topology/sound.ts";
import type { FileSystem } from "./file-system.ts";
import {
	createProjects,
	type Projects,
	type ProjectsOptions,
} from "./projects.ts";
import { recorded } from "./recorded.ts";
import { isScanned, scan } from "./scan.ts";
import { isNeverScanned, type ScanOptions } from "./scan-area.ts";
import { createSources, type Sources } from "./sources.ts";

export interface WorkspaceOptions
	extends Pick<ProjectsOptions, "settings" | "onChecked" | "onCrash"> {
	readonly files: FileSystem;
	readonly scanOptions: (root: string) => ScanOptions;
}

/** What happened to a file or folder on the disk. */
export interface DiskChange {
	readonly path: string;
	readonly kind: "created" | "changed" | "deleted";
}

export interface Workspace {
	readonly sources: Sources;
	readonly projects: Projects;
	/** Looks for projects in the folders and checks all of them, with the settings of now. */
	open(roots: readonly string[]): Promise<void>;
	/** The texts of open documents. Their projects are checked before this returns, if no file must be read for it. */
	changed(texts: ReadonlyMap<string, string>): void;
	closed(path: string): void;
	touched(changes: readonly DiskChange[]): Promise<void>;
	/** When all that was asked for so far is done. */
	settled(): Promise<void>;
}

export function createWorkspace(options: WorkspaceOptions): Workspace {
	const { files, scanOptions, onCrash } = options;
	/** Undefined until the workspace is opened. */
	let roots: readonly string[] | undefined;
	let candidates: ReadonlySet<string> = new Set();

	const sources = createSources(files, (file) => {
		const role = projects.of(file.path)[0]?.files.get(file.path)?.role;
		return role !== undefined && isBroken(file, role);
	});
	const projects = createProjects({
		...options,
		snapshot: sources,
		load: sources.load,
	});

	/** Scans and disk changes are worked off one after the other: each builds on what the one before found. */
	let tail: Promise<void> = Promise.resolve();
	let tasks = 0;
	const inOrder = (task: () => Promise<void>): Promise<void> => {
		tasks++;
		tail = tail
			.then(task)
			.catch((error) => onCrash("workspace", error))
			.finally(() => tasks--);
		return tail;
	};
	/** For sure: a scan that is under way may be about to forget it. */
	const isKnownCandidate = (path: string): boolean =>
		tasks === 0 && candidates.has(path);

	const rootOf = (path: string): string | undefined =>
		roots
			?.filter((root) => isWithin(root, path))
			.reduce<string | undefined>(
				(best, root) => (best && best.length > root.length ? best : root),
				undefined,
			);

	const isWanted = async (path: string): Promise<boolean> => {
		if (!isCandidate(path)) return false;
		const isOpen = sources.isOpen(path);
		if (!isOpen && (await files.kind(path)) !== "file") return false;
		const root = rootOf(path);
		// A document outside of all folders is a workspace by itself while it is open.
		if (root === undefined) return isOpen;
		return isScanned(root, path, "file", files, scanOptions(root));
	};

	const scanAll = async (): Promise<ReadonlySet<string>> => {
		const { disk, listingsAround } = recorded(files);
		const documents = [...sources.opened()];
		const [wanted, ...found] = await Promise.all([
			Promise.all(documents.map(isWanted)),
			...(roots ?? []).map((root) => scan(root, disk, scanOptions(root))),
		]);
		for (const [folder, entries] of listingsAround(found.flat()))
			sources.adopt(folder, entries);
		return new Set([...found.flat(), ...documents.filter((_, i) => wanted[i])]);
	};

	const discovered = (): readonly Seed[] => {
		const open = [...sources.opened()];
		const isOpen = ({ directory }: Seed) =>
			open.some((path) => isWithin(directory, path));
		const seeds = discover([...candidates]);
		// What the user looks at comes first.
		return [...seeds.filter(isOpen), ...seeds.filter((seed) => !isOpen(seed))];
	};

	/** Documents came or went, or files did: which of them projects grow from. */
	const consider = async (
		paths: readonly string[],
		folders: readonly string[] = [],
	): Promise<void> => {
		const wanted = await Promise.all(paths.map(isWanted));
		const found = await Promise.all(
			folders.map((folder) => {
				const root = rootOf(folder);
				return root ? scan(root, files, scanOptions(root), folder) : [];
			}),
		);
		const next = new Set([...candidates, ...found.flat()]);
		paths.forEach((path, i) => {
			if (wanted[i]) next.add(path);
			else next.delete(path);
		});
		const isSame =
			next.size === candidates.size &&
			[...next].every((path) => candidates.has(path));
		candidates = next;
		if (!isSame) projects.grow(discovered());
	};

	/** What is known of folders that came or went; files that came or went are not among them. */
	const knownBelow = (folders: ReadonlySet<string>): readonly string[] => {
		const isBelow = (path: string): boolean => {
			for (let above = dirname(path); above !== "/"; above = dirname(above))
				if (folders.has(above)) return true;
			return false;
		};
		return [...new Set([...sources.known(), ...candidates])].filter(isBelow);
	};

	const isRelevant = ({ path, kind }: DiskChange): boolean => {
		// Its text is the editor's until it is closed.
		if (kind === "changed" && sources.isOpen(path)) return isForScan(path);
		return projects.isAsked(path) || !isNeverScanned(rootOf(path) ?? "", path);
	};

	const follow = async (changes: readonly DiskChange[]): Promise<void> => {
		const moved = changes
			.filter(({ kind }) => kind !== "changed")
			.map(({ path }) => path);
		const mayBeFolders = new Set(
			moved.filter((path) => !isCandidate(path) || !candidates.has(path)),
		);
		const below = mayBeFolders.size > 0 ? knownBelow(mayBeFolders) : [];
		const concerned = [
			...changes.map(({ path }) => path),
			...moved.map(dirname),
			...below,
		];
		sources.forget(concerned);
		if (concerned.some(isForScan)) {
			candidates = await scanAll();
			projects.grow(discovered());
		} else {
			const kinds = await Promise.all([...mayBeFolders].map(files.kind));
			const folders = [...mayBeFolders].filter(
				(_, i) => kinds[i] === "directory",
			);
			await consider(
				[...moved, ...below].filter(isCandidate),
				outermost(folders),
			);
		}
		projects.rebuild(concerned);
		await projects.settled();
	};

	return {
		sources,
		projects,
		open: (next) =>
			inOrder(async () => {
				roots = next;
				candidates = await scanAll();
				projects.grow(discovered(), "all");
				await projects.settled();
			}),
		changed(texts) {
			const fresh = [...texts.keys()].filter((path) => !sources.isOpen(path));
			for (const [path, text] of texts) sources.open(path, text);
			projects.rebuild([...texts.keys(), ...fresh.map(dirname)]);
			const unsure = fresh.filter(
				(path) => isCandidate(path) && !isKnownCandidate(path),
			);
			if (roots && unsure.length > 0) void inOrder(() => consider(unsure));
		},
		closed(path) {
			sources.close(path);
			projects.rebuild([path, dirname(path)]);
			if (isCandidate(path)) void inOrder(() => consider([path]));
		},
		touched: (changes) =>
			inOrder(async () => {
				const relevant = changes.filter(isRelevant);
				if (relevant.length > 0) await follow(relevant);
			}),
		async settled() {
			await tail;
			await projects.settled();
		},
	};
}

/** Whether the file says what a scan leaves out. */
function isForScan(path: string): boolean {
	return [".gitignore", settingsName].includes(basename(path));
}

function outermost(folders: readonly string[]): readonly string[] {
	return folders.filter(
		(folder) =>
			!folders.some((other) => other !== folder && isWithin(other, folder)),
	);
}
