/** The fixes of what the workspace found: those at a place, and all that are preferred. */

import { fixAll, type Round } from "../features/fix-all.ts";
import { suppressFix } from "../features/suppress.ts";
import { findingsAfter, type Trial } from "../features/trial.ts";
import type { Fix, RuledFinding } from "../rules/rule.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/place.ts";
import type { Snapshot } from "../topology/snapshot.ts";
import { findingsIn } from "./findings.ts";
import type { CheckedProject } from "./projects.ts";

export interface OfferedFix {
	readonly finding: RuledFinding;
	readonly fix: Fix;
	readonly project: CheckedProject;
}

/** The fixes of the findings that touch the span, the suppressing comment last. */
export function fixesAt(
	projects: readonly CheckedProject[],
	path: string,
	span: Span,
): readonly OfferedFix[] {
	return findingsIn(projects, path)
		.filter(
			({ finding: { at } }) => at.start <= span.end && span.start <= at.end,
		)
		.flatMap(({ finding, project }) => {
			const file = project.files.get(path);
			const suppress = file && suppressFix(finding, file);
			return [...(finding.fixes ?? []), ...(suppress ? [suppress] : [])].map(
				(fix) => ({ finding, fix, project }),
			);
		});
}

/** Tried out on the project alone, step by step; nothing is written. */
export function preferredFixes(
	trial: Trial,
	snapshot: Snapshot,
	isWanted: (finding: RuledFinding) => boolean,
): readonly Round[] {
	return fixAll(
		(rounds) => findingsAfter(trial, snapshot, rounds.map(editsIn)),
		isWanted,
	);
}

/** They count in one text, and don't overlap. */
export function editsIn(round: Round): readonly Edit[] {
	return round.flatMap(({ edits }) => edits);
}
