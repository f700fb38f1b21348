/** Loads compose projects from texts, without the rest of the topology. */

import {
	type LoadedCompose,
	loadCompose,
} from "../../../server/src/topology/compose/load.ts";
import type {
	ComposeOptions,
	ComposeStart,
} from "../../../server/src/topology/compose/project.ts";
import {
	type Lookup,
	lookup,
	type Snapshot,
} from "../../../server/src/topology/snapshot.ts";

export const home = "/project";

/** Relative path → text, in `/project`; nothing else exists. */
export function loadFiles(
	files: Readonly<Record<string, string>>,
	start: ComposeStart = { directory: home },
	options: ComposeOptions = {},
): LoadedCompose {
	return loadCompose(start, lookOver(files), options);
}

export function lookOver(files: Readonly<Record<string, string>>): Lookup {
	return lookup(snapshotOver(files));
}

export function snapshotOver(
	files: Readonly<Record<string, string>>,
): Snapshot {
	const sources = new Map(
		Object.entries(files).map(([path, text]) => [
			`${home}/${path}`,
			{ path: `${home}/${path}`, text },
		]),
	);
	return {
		file: (path) => sources.get(path) ?? null,
		directory: (path) =>
			[...sources.keys()]
				.filter(
					(file) =>
						file.startsWith(`${path}/`) &&
						!file.slice(path.length + 1).includes("/"),
				)
				.map((file) => ({
					name: file.slice(path.length + 1),
					kind: "file" as const,
				})),
	};
}
