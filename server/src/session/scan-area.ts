/** What of a directory is looked at: git, settings and editor each hide something, from the root on down. */

import { dirname, isWithin, resolve } from "../text/path.ts";
import { readSettings } from "../topology/settings-file.ts";
import { settingsName } from "../topology/settings-file-of.ts";
import { excluder, type IsExcluded } from "./exclude.ts";
import type { FileSystem, ListedEntry } from "./file-system.ts";
import { type GitIgnore, isIgnored, readGitIgnore } from "./git-ignore.ts";

export interface ScanOptions {
	/** Globs that the editor hides from the user; they count from the root. */
	readonly hidden: readonly string[];
	/** Globs of the editor's settings, from the root; those of the nearest edgewise.json take their place. */
	readonly exclude: readonly string[];
	/** Takes the place of every edgewise.json. */
	readonly config?: Config | undefined;
}

interface Config {
	readonly directory: string;
	readonly exclude: readonly string[] | undefined;
}

/** What is known of a directory from those above it. */
export interface Area {
	readonly directory: string;
	/** The directory without symbolic links. */
	readonly real: string;
	readonly ignores: readonly GitIgnore[];
	readonly isHidden: IsExcluded;
	readonly isExcluded: IsExcluded;
	readonly options: ScanOptions;
	readonly root: string;
}

const never = new Set([
	"node_modules",
	"bower_components",
	".git",
	".hg",
	".svn",
	".venv",
	"__pycache__",
]);

/** The directory as seen from above it; undefined where something there hides it. */
export async function areaOf(
	root: string,
	directory: string,
	files: FileSystem,
	options: ScanOptions,
): Promise<Area | undefined> {
	if (!isWithin(root, directory)) return undefined;
	let area = await rootArea(root, files, options);
	const inside = directory.slice(root === "/" ? 0 : root.length).split("/");
	for (const name of inside.filter(Boolean)) {
		const entry = { name, kind: "directory" } as const;
		const own = await enter(area, files);
		if (visible(own, [entry]).length === 0) return undefined;
		area = await below(own, { ...entry, linked: true }, files);
	}
	return area;
}

/** What git and edgewise.json say above the root holds in it too. */
async function rootArea(
	root: string,
	files: FileSystem,
	options: ScanOptions,
): Promise<Area> {
	const { above, repository } = await foldersAbove(root, files);
	const { hidden, exclude, config } = options;
	let area: Area = {
		directory: root,
		real: await files.real(root),
		ignores: repository
			? await readGitIgnore(repository, files, ".git/info/exclude")
			: [],
		isHidden: excluder(root, hidden),
		isExcluded: config?.exclude
			? excluder(config.directory, config.exclude)
			: excluder(root, exclude),
		options,
		root,
	};
	for (const directory of above)
		area = await enter({ ...area, directory }, files);
	// Whoever opens a folder that git ignores wants to see it.
	const isSeen = repository && !isIgnored(root, "directory", area.ignores);
	return { ...area, directory: root, ignores: isSeen ? area.ignores : [] };
}

/** From the repository's folder down to the root's parent; without a repository from the top. */
async function foldersAbove(
	root: string,
	files: FileSystem,
): Promise<{ above: readonly string[]; repository: string | undefined }> {
	const above: string[] = [];
	for (let folder = root; ; folder = dirname(folder)) {
		if ((await files.kind(resolve(folder, ".git"))) !== null)
			return { above, repository: folder };
		if (folder === "/") return { above, repository: undefined };
		above.unshift(dirname(folder));
	}
}

export async function below(
	area: Area,
	{ name, linked }: ListedEntry,
	files: FileSystem,
): Promise<Area> {
	const directory = resolve(area.directory, name);
	const real = linked ? await files.real(directory) : resolve(area.real, name);
	return { ...area, directory, real };
}

/** Adds what the directory's own files say of what is in it. */
export async function enter(
	area: Area,
	files: FileSystem,
	listed?: readonly ListedEntry[],
): Promise<Area> {
	const { directory, ignores, options, root } = area;
	const mayHave = (file: string) =>
		!listed || listed.some(({ name }) => name === file);
	const rules = mayHave(".gitignore")
		? await readGitIgnore(directory, files)
		: [];
	const path = resolve(directory, settingsName);
	const text =
		!options.config && mayHave(settingsName) ? await files.read(path) : null;
	if (rules.length === 0 && text === null) return area;
	const exclude =
		text === null ? undefined : readSettings(path, text).settings.exclude;
	return {
		...area,
		ignores: [...ignores, ...rules],
		...(text === null
			? {}
			: {
					isExcluded: exclude
						? excluder(directory, exclude)
						: excluder(root, options.exclude),
				}),
	};
}

/** Whether the path, below the root, lies in a folder that is never looked into. */
export function isNeverScanned(root: string, path: string): boolean {
	return path
		.slice(root.length)
		.split("/")
		.some((name) => never.has(name));
}

/** What is not hidden of what lies in the area's directory. */
export function visible<E extends ListedEntry>(
	{ directory, ignores, isHidden, isExcluded }: Area,
	entries: readonly E[],
): readonly E[] {
	return entries.filter(({ name, kind }) => {
		if (kind === "directory" && never.has(name)) return false;
		const path = resolve(directory, name);
		return (
			!isHidden(path) && !isExcluded(path) && !isIgnored(path, kind, ignores)
		);
	});
}
