/** What is found in one file, by all projects that read it. */

import { groupBy } from "../collections/group-by.ts";
import { oncePer } from "../collections/once-per.ts";
import { shared } from "../rules/judgements.ts";
import type { RuledFinding } from "../rules/rule.ts";
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

/** A project of hundreds of files is asked for each of them. */
const byPath = oncePer((project: CheckedProject) =>
	groupBy(project.findings, ({ at }) => at.path),
);
