/** Finds the files of a workspace that projects grow from, without looking into what nobody edits. */

import { basename, dirname, resolve } from "../text/path.ts";
import { isCandidate } from "../topology/roles.ts";
import type { FileSystem } from "./file-system.ts";
import {
	type Area,
	areaOf,
	below,
	enter,
	type ScanOptions,
	visible,
} from "./scan-area.ts";

/** More directories than any workspace that is edited by hand has. */
const mostDirectories = 50_000;

/** The candidates in the directory and below, sorted; each directory is walked once, whatever links lead to it. */
export async function scan(
	root: string,
	files: FileSystem,
	options: ScanOptions,
	from = root,
): Promise<readonly string[]> {
	const start = await areaOf(root, from, files, options);
	if (!start) return [];
	const found: string[] = [];
	const seen = new Set<string>();
	// Links last: a folder is known by its own name rather than by that of a link to it.
	let linked: Area[] = [];
	let level: readonly Area[] = [start];
	while (level.length > 0) {
		const next = await Promise.all(
			level.map(async (area) => {
				if (seen.has(area.real) || seen.size >= mostDirectories) return [];
				seen.add(area.real);
				const listed = (await files.list(area.directory)) ?? [];
				const own = await enter(area, files, listed);
				const entries = visible(own, listed);
				for (const { name, kind } of entries) {
					const path = resolve(area.directory, name);
					if (kind === "file" && isCandidate(path)) found.push(path);
				}
				const folders = entries.filter(({ kind }) => kind === "directory");
				const areas = await Promise.all(
					folders.map((entry) => below(own, entry, files)),
				);
				linked.push(...areas.filter((_, i) => folders[i]?.linked));
				return areas.filter((_, i) => !folders[i]?.linked);
			}),
		);
		level = next.flat();
		if (level.length > 0) continue;
		level = linked.sort((a, b) => (a.directory < b.directory ? -1 : 1));
		linked = [];
	}
	return found.sort();
}

/** Whether a scan would come upon the path, be it there or not. */
export async function isScanned(
	root: string,
	path: string,
	kind: "file" | "directory",
	files: FileSystem,
	options: ScanOptions,
): Promise<boolean> {
	const area = await areaOf(root, dirname(path), files, options);
	if (!area) return false;
	const entry = { name: basename(path), kind };
	return visible(await enter(area, files), [entry]).length > 0;
}
