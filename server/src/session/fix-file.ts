/** What the steps of fixing come to: one edit of the present text for each file that changes. */

import type { Step } from "../features/fix-all.ts";
import { editedSnapshot } from "../features/trial.ts";
import { difference } from "../text/difference.ts";
import type { Edit } from "../text/edit.ts";
import type { Snapshot } from "../topology/snapshot.ts";
import { preferredFixes } from "./fixes.ts";
import type { CheckedProject } from "./projects.ts";

/** All preferred fixes of the file. Those of the first project that has any; a file of two projects is fixed again on the next call. */
export function fixesOfFile(
	projects: readonly CheckedProject[],
	snapshot: Snapshot,
	path: string,
): readonly Edit[] {
	for (const { trial } of projects) {
		const steps = preferredFixes(trial, snapshot, ({ at }) => at.path === path);
		if (steps.length > 0) return editsOf(steps, snapshot);
	}
	return [];
}

/** Each step counts in the texts that the one before left; the edits count in those of the snapshot. */
export function editsOf(
	steps: readonly Step[],
	snapshot: Snapshot,
): readonly Edit[] {
	const edited = editedSnapshot(
		snapshot,
		steps.map(({ edits }) => edits),
	);
	const paths = new Set(
		steps.flatMap(({ edits }) => edits.map((edit) => edit.path)),
	);
	return [...paths].flatMap((path): readonly Edit[] => {
		const before = snapshot.file(path)?.text;
		const after = edited.file(path)?.text ?? "";
		if (before === undefined)
			return [{ path, start: 0, end: 0, newText: after, create: true }];
		const edit = difference(path, before, after);
		return edit ? [edit] : [];
	});
}
