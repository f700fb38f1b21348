/** Applies what is preferred, looks again after each round, and stops when nothing is left. */

import type { RuledFinding } from "../rules/rule.ts";
import { type Edit, overlaps } from "../text/edit.ts";

export interface Step {
	readonly finding: RuledFinding;
	readonly title: string;
	readonly edits: readonly Edit[];
}

/** Fixes that don't touch each other: all their edits count in the texts that the round before left. */
export type Round = readonly Step[];

/** More than any project needs: a fix that brings its finding back must not go on for ever. */
const mostRounds = 100;

/**
 * `findings`: what is found after the rounds so far. What brings an error or a warning, or
 * makes nothing better, is taken back: a round of several fixes to try the first of
 * them alone, a single fix not to be tried again.
 */
export function fixAll(
	findings: (rounds: readonly Round[]) => readonly RuledFinding[],
	isWanted: (finding: RuledFinding) => boolean,
): readonly Round[] {
	const refused = new Set<string>();
	let rounds: readonly Round[] = [];
	let current = findings(rounds);
	for (let i = 0; i < mostRounds; i++) {
		const together = apart(
			current.filter(
				(finding) => isWanted(finding) && !refused.has(key(finding)),
			),
		);
		const [first] = together;
		if (!first) break;
		const tries: readonly Round[] =
			together.length > 1 ? [together, [first]] : [together];
		const kept = firstBetter(tries, current, (round) =>
			findings([...rounds, round]),
		);
		if (kept) {
			rounds = [...rounds, kept.round];
			current = kept.after;
		} else refused.add(key(first.finding));
	}
	return rounds;
}

function firstBetter(
	tries: readonly Round[],
	current: readonly RuledFinding[],
	findings: (round: Round) => readonly RuledFinding[],
): { round: Round; after: readonly RuledFinding[] } | undefined {
	for (const round of tries) {
		const after = findings(round);
		if (isBetter(after, current)) return { round, after };
	}
	return undefined;
}

/** The preferred fixes, in order, each unless it touches what one before it changes. */
function apart(findings: readonly RuledFinding[]): Round {
	const steps: Step[] = [];
	for (const finding of findings) {
		const fix = finding.fixes?.find(({ preferred }) => preferred);
		const edits = fix?.edits() ?? [];
		if (!fix || edits.length === 0) continue;
		const touches = steps.some((step) =>
			step.edits.some((other) => edits.some((edit) => overlaps(edit, other))),
		);
		if (!touches) steps.push({ finding, title: fix.title, edits });
	}
	return steps;
}

function isBetter(
	after: readonly RuledFinding[],
	before: readonly RuledFinding[],
): boolean {
	const count = (findings: readonly RuledFinding[], severity: string) =>
		findings.filter((finding) => finding.severity === severity).length;
	const errors = count(after, "error") - count(before, "error");
	const warnings = count(after, "warning") - count(before, "warning");
	return (
		errors <= 0 &&
		errors + warnings <= 0 &&
		(errors < 0 || errors + warnings < 0 || after.length < before.length)
	);
}

/** Without its place, which other fixes move. */
function key({ rule, at, message }: RuledFinding): string {
	return `${rule} ${at.path} ${message}`;
}
