/** What is found in one file, by all projects that read it. */

import type { RuledFinding } from "../rules/check.ts";
import { shared } from "../rules/judgements.ts";
import type { CheckedProject } from "./projects.ts";

export interface ProjectFinding {
	readonly finding: RuledFinding;
	/** Its places count in the texts of this project. */
	readonly project: CheckedProject;
}

/** By place; each fault once. `projects`: those that read the file. */
export function findingsIn(
	projects: readonly CheckedProject[],
	path: string,
): readonly ProjectFinding[] {
	const [only, ...others] = projects;
	if (only && others.length === 0)
		return (byPath(only).get(path) ?? []).map((finding) => ({
			finding,
			project: only,
		}));
	return shared(projects, path)
		.map(({ finding, by }) => ({ finding, project: by }))
		.sort((a, b) => a.finding.at.start - b.finding.at.start);
}

const grouped = new WeakMap<
	CheckedProject,
	ReadonlyMap<string, readonly RuledFinding[]>
>();

/** A project of hundreds of files is asked for each of them. */
function byPath(
	project: CheckedProject,
): ReadonlyMap<string, readonly RuledFinding[]> {
	const known = grouped.get(project);
	if (known) return known;
	const groups = new Map<string, RuledFinding[]>();
	for (const finding of project.findings) {
		const group = groups.get(finding.at.path);
		if (group) group.push(finding);
		else groups.set(finding.at.path, [finding]);
	}
	grouped.set(project, groups);
	return groups;
}
