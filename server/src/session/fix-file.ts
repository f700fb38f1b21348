/** What the rounds of fixing come to: one edit of the present text for each file that changes. */

import type { Round } from "../features/fix-all.ts";
import { editedSnapshot } from "../features/trial.ts";
import { difference } from "../text/difference.ts";
import type { Edit } from "../text/edit.ts";
import type { Snapshot } from "../topology/snapshot.ts";
import { editsIn, preferredFixes } from "./fixes.ts";
import type { CheckedProject } from "./projects.ts";

/** All preferred fixes of the file. Those of the first project that has any; a file of two projects is fixed again on the next call. */
export function fixesOfFile(
	projects: readonly CheckedProject[],
	snapshot: Snapshot,
	path: string,
): readonly Edit[] {
	for (const { trial } of projects) {
		const rounds = preferredFixes(
			trial,
			snapshot,
			({ at }) => at.path === path,
		);
		if (rounds.length > 0) return editsOf(rounds, snapshot);
	}
	return [];
}

/** Each round counts in the texts that the one before left; the edits count in those of the snapshot. */
export function editsOf(
	rounds: readonly Round[],
	snapshot: Snapshot,
): readonly Edit[] {
	const batches = rounds.map(editsIn);
	const edited = editedSnapshot(snapshot, batches);
	const paths = new Set(batches.flat().map(({ path }) => path));
	return [...paths].flatMap((path): readonly Edit[] => {
		const before = snapshot.file(path)?.text;
		const after = edited.file(path)?.text ?? "";
		if (before === undefined)
			return [{ path, start: 0, end: 0, newText: after, create: true }];
		const edit = difference(path, before, after);
		return edit ? [edit] : [];
	});
}
