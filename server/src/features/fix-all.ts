/** Applies what is preferred, looks again after each fix, and stops when nothing is left. */

import type { RuledFinding } from "../rules/check.ts";
import type { Edit } from "../text/edit.ts";

export interface Step {
	readonly finding: RuledFinding;
	readonly title: string;
	readonly edits: readonly Edit[];
}

/** More fixes than any project needs: a fix that brings its finding back must not go on for ever. */
const most = 500;

/**
 * `findings`: what is found after the steps so far. A fix that leaves more errors and warnings
 * than there were is taken back and not tried again.
 */
export function fixAll(
	findings: (steps: readonly Step[]) => readonly RuledFinding[],
	isWanted: (finding: RuledFinding) => boolean,
): readonly Step[] {
	const refused = new Set<string>();
	let steps: readonly Step[] = [];
	let current = findings(steps);
	while (steps.length < most) {
		const step = nextStep(current, isWanted, refused);
		if (!step) break;
		const after = findings([...steps, step]);
		const isBetter =
			grave(after) < grave(current) ||
			(grave(after) === grave(current) && after.length < current.length);
		if (isBetter) {
			steps = [...steps, step];
			current = after;
		} else refused.add(key(step.finding));
	}
	return steps;
}

function nextStep(
	findings: readonly RuledFinding[],
	isWanted: (finding: RuledFinding) => boolean,
	refused: ReadonlySet<string>,
): Step | undefined {
	for (const finding of findings) {
		if (!isWanted(finding) || refused.has(key(finding))) continue;
		const fix = finding.fixes?.find(({ preferred }) => preferred);
		const edits = fix?.edits() ?? [];
		if (fix && edits.length > 0) return { finding, title: fix.title, edits };
	}
	return undefined;
}

function grave(findings: readonly RuledFinding[]): number {
	return findings.filter(
		({ severity }) => severity === "error" || severity === "warning",
	).length;
}

function key({ rule, at, message }: RuledFinding): string {
	return `${rule} ${at.path} ${message}`;
}
