/**
 * One fault, judged by everybody who loads the file: compose by default, with each variant,
 * and other projects. What only some of them find is said with their names, and milder.
 */

import { basename } from "../text/path.ts";
import type { Project } from "../topology/model.ts";
import { loadings } from "../topology/variants.ts";
import type { RuledFinding, Severity } from "./rule.ts";

/** A project as one command loads it, and what is found in it. */
export interface Judgement {
	readonly project: Project;
	readonly findings: readonly RuledFinding[];
}

export interface VariantJudgement {
	readonly path: string;
	/** In each way that it may be loaded: what is found in all of them counts. */
	readonly readings: readonly Judgement[];
}

/** What is found by default or with a variant, each fault once. */
export function weighed(
	byDefault: Judgement,
	variants: readonly VariantJudgement[],
): readonly RuledFinding[] {
	if (variants.length === 0) return byDefault.findings;
	const own = byDefault.findings.flatMap((finding) => {
		const without = variants.filter(({ readings }) =>
			readings.some((reading) => isClean(reading, finding)),
		);
		if (without.length === 0) return [finding];
		// Somebody needs the comment.
		if (finding.rule === "suppression-unused") return [];
		const names = list(without.map(({ path }) => basename(path)));
		const isAlternative = without.some(({ readings }) => readings.length > 1);
		return [
			{
				...finding,
				message: `${finding.message} Not so with ${names}.`,
				severity: atMost(isAlternative ? "warning" : "info", finding.severity),
			},
		];
	});
	return [...own, ...causedBy(variants, byDefault)];
}

/** What is found in a file that several projects load; each with the first that finds it. */
export function shared<T extends Judgement>(
	judgements: readonly T[],
	path: string,
): readonly { readonly finding: RuledFinding; readonly by: T }[] {
	const found: { finding: RuledFinding; by: T }[] = [];
	for (const by of judgements) {
		for (const finding of by.findings) {
			if (
				finding.at.path !== path ||
				found.some((known) => isSame(known.finding, finding))
			)
				continue;
			const without = judgements.filter((other) => isClean(other, finding));
			if (without.length === 0) found.push({ finding, by });
			else if (finding.rule !== "suppression-unused")
				found.push({ finding: unlike(finding, without), by });
		}
	}
	return found;
}

function unlike(
	finding: RuledFinding,
	without: readonly Judgement[],
): RuledFinding {
	const names = list(without.map(({ project }) => nameOf(project)));
	return {
		...finding,
		message: `${finding.message} Not so in ${names}.`,
		severity: atMost("warning", finding.severity),
	};
}

/** `deploy/docker-compose.yml`: its first compose file with the folder that it lies in. */
function nameOf({ files, directory, name }: Project): string {
	const compose = files.find(({ role }) => role === "compose");
	return compose ? `${basename(directory)}/${basename(compose.path)}` : name;
}

/** What is found only where a variant is loaded. */
function causedBy(
	variants: readonly VariantJudgement[],
	byDefault: Judgement,
): readonly RuledFinding[] {
	const found = new Map<string, { finding: RuledFinding; with: string[] }>();
	for (const { path, readings } of variants) {
		const [first, ...others] = readings;
		for (const finding of first?.findings ?? []) {
			if (
				finding.rule === "suppression-unused" ||
				byDefault.findings.some((each) => isSame(each, finding)) ||
				others.some((other) => !other.findings.some((f) => isSame(f, finding)))
			)
				continue;
			const key = `${finding.rule} ${finding.at.start} ${finding.at.path}`;
			const known = found.get(key);
			if (known) known.with.push(path);
			else found.set(key, { finding, with: [path] });
		}
	}
	return [...found.values()].map(({ finding, with: paths }) =>
		knowsAlone(byDefault.project, finding.at.path)
			? {
					...finding,
					message: `With ${list(paths.map(basename))}: ${finding.message}`,
					severity: atMost("warning", finding.severity),
				}
			: finding,
	);
}

function isClean({ project, findings }: Judgement, fault: RuledFinding) {
	return (
		knows(project, fault.at.path) &&
		!findings.some((finding) => isSame(finding, fault))
	);
}

/** Whether it can judge what stands in the file: of an nginx file it must know where it runs. */
function knows(project: Project, path: string): boolean {
	return loadings(project).some((loading) => knowsAlone(loading, path));
}

function knowsAlone(project: Project, path: string): boolean {
	if (!project.files.some((file) => file.path === path)) return false;
	const running = project.nginxes.filter(({ files }) => files.includes(path));
	return (
		running.length === 0 || running.some(({ site }) => site.kind !== "unknown")
	);
}

function isSame(a: RuledFinding, b: RuledFinding): boolean {
	return (
		a.rule === b.rule &&
		a.at.start === b.at.start &&
		a.at.end === b.at.end &&
		a.at.path === b.at.path
	);
}

const ranks: Readonly<Record<Severity, number>> = {
	hint: 0,
	info: 1,
	warning: 2,
	error: 3,
};

function atMost(most: Severity, severity: Severity): Severity {
	return ranks[severity] > ranks[most] ? most : severity;
}

function list(names: readonly string[]): string {
	const [last = "", ...others] = [...names].reverse();
	return others.length === 0
		? last
		: `${others.reverse().join(", ")} or ${last}`;
}
