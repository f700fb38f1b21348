/** All preferred fixes, tried out step by step on a project, as edits of the present texts. */

import { editedSnapshot, type Trial } from "../features/trial.ts";
import type { RuledFinding } from "../rules/check.ts";
import { difference } from "../text/difference.ts";
import type { Edit } from "../text/edit.ts";
import type { Snapshot } from "../topology/snapshot.ts";
import { preferredFixes } from "./fixes.ts";
import type { Workspace } from "./workspace.ts";

/** Those of the first project that has any; a file of two projects is fixed again on the next call. */
export function fixesOfFile(
	workspace: Workspace,
	path: string,
): readonly Edit[] {
	for (const { trial } of workspace.projectsOf(path)) {
		const edits = fixesOfProject(
			trial,
			workspace.sources,
			({ at }) => at.path === path,
		);
		if (edits.length > 0) return edits;
	}
	return [];
}

/** One edit for each file that changes. */
export function fixesOfProject(
	trial: Trial,
	snapshot: Snapshot,
	isWanted: (finding: RuledFinding) => boolean,
): readonly Edit[] {
	const steps = preferredFixes(trial, snapshot, isWanted);
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
