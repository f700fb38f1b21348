/** What was published for which file: a file whose findings are gone is cleared, an unchanged one is left alone. */

import type { RuledFinding } from "../rules/check.ts";
import type { CheckedProject, Workspace } from "./workspace.ts";

export interface FileFindings {
	readonly path: string;
	/** Of all the projects that read the file, each once. */
	readonly findings: readonly RuledFinding[];
}

export interface Publisher {
	/** The files to publish after these projects were checked; none named: projects went, and what was only theirs is cleared. */
	after(
		changed: readonly CheckedProject[],
		workspace: Workspace,
	): readonly FileFindings[];
}

export function createPublisher(): Publisher {
	/** Path → what was published last, where that was not nothing. */
	const published = new Map<string, string>();
	return {
		after(changed, workspace) {
			const paths = new Set(
				changed.length === 0
					? published.keys()
					: changed.flatMap(({ project, left }) => [
							...left,
							...project.files.map(({ path }) => path),
						]),
			);
			return [...paths].flatMap((path): FileFindings[] => {
				const findings = union(workspace.projectsOf(path), path);
				const now = findings.map(key).join("\n");
				const before = published.get(path) ?? "";
				if (now === "") published.delete(path);
				else published.set(path, now);
				// An open document is told its version's findings, were they the same as before.
				return now !== before || workspace.sources.isOpen(path)
					? [{ path, findings }]
					: [];
			});
		},
	};
}

export function union(
	projects: readonly CheckedProject[],
	path: string,
): readonly RuledFinding[] {
	const own = projects.flatMap(({ findings }) =>
		findings.filter(({ at }) => at.path === path),
	);
	return projects.length < 2
		? own
		: [...new Map(own.map((finding) => [key(finding), finding])).values()];
}

function key({ rule, severity, at, message }: RuledFinding): string {
	return `${at.path}:${at.start}-${at.end} ${rule} ${severity} ${message}`;
}
