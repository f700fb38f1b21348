/** What would be found if edits were made: the projects built again over changed texts, with nothing written. */

import { check } from "../rules/check.ts";
import type { RuledFinding } from "../rules/rule.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { build } from "../topology/build.ts";
import type { Seed } from "../topology/seed.ts";
import type { Settings } from "../topology/settings.ts";
import { lookup, type Snapshot } from "../topology/snapshot.ts";

export interface Trial {
	readonly seed: Seed;
	readonly settings: Settings;
	readonly isClaimed: (path: string) => boolean;
}

/** `batches` are applied one after the other: each counts in the texts that the one before left. */
export function editedSnapshot(
	snapshot: Snapshot,
	batches: readonly (readonly Edit[])[],
): Snapshot {
	const texts = new Map<string, string>();
	for (const batch of batches) {
		for (const path of new Set(batch.map((edit) => edit.path))) {
			const before = texts.get(path) ?? snapshot.file(path)?.text ?? "";
			texts.set(
				path,
				applyEdits(
					before,
					batch.filter((edit) => edit.path === path),
				),
			);
		}
	}
	const files = new Map(
		[...texts].map(([path, text]) => [path, { path, text }]),
	);
	return {
		file: (path) => files.get(path) ?? snapshot.file(path),
		directory: (path) => snapshot.directory(path),
	};
}

export function findingsAfter(
	trial: Trial,
	snapshot: Snapshot,
	batches: readonly (readonly Edit[])[],
): readonly RuledFinding[] {
	return check(
		build(
			trial.seed,
			lookup(editedSnapshot(snapshot, batches)),
			trial.settings,
			trial.isClaimed,
		),
	);
}
