/** One build of a project from what is known at the moment, with everything that it asked for. */

import { build } from "../topology/build.ts";
import type { Project } from "../topology/model.ts";
import type { Seed } from "../topology/seed.ts";
import type { Settings } from "../topology/settings.ts";
import { type Lookup, lookup, type Snapshot } from "../topology/snapshot.ts";

export interface TracedBuild {
	readonly project: Project;
	/** What it would like to see besides; nothing: the project is complete. */
	readonly missing: Lookup["missing"] | undefined;
	/** Files and folders, there or not: a change of any of them concerns the project. */
	readonly asked: ReadonlySet<string>;
	/** nginx files of which it wants to know whether another project loads them. */
	readonly wondered: ReadonlySet<string>;
}

export function tracedBuild(
	seed: Seed,
	snapshot: Snapshot,
	settings: (directory: string, look: Lookup) => Settings,
	isClaimed: (path: string) => boolean,
): TracedBuild {
	const asked = new Set<string>();
	const wondered = new Set<string>();
	const look = lookup({
		file(path) {
			asked.add(path);
			return snapshot.file(path);
		},
		directory(path) {
			asked.add(path);
			return snapshot.directory(path);
		},
	});
	const project = build(seed, look, settings(seed.directory, look), (path) => {
		wondered.add(path);
		return isClaimed(path);
	});
	const { files, directories } = look.missing;
	const isComplete = files.size === 0 && directories.size === 0;
	return {
		project,
		missing: isComplete ? undefined : look.missing,
		asked,
		wondered,
	};
}
