/** The workspace in numbers, for the status item. */

import type { Status } from "../protocol.ts";
import type { CheckedProject } from "./workspace.ts";

export function statusOf(projects: readonly CheckedProject[]): Status {
	const findings = projects.flatMap((each) => each.findings);
	return {
		projects: projects.length,
		files: new Set(
			projects.flatMap(({ project }) => project.files.map(({ path }) => path)),
		).size,
		routes: projects.reduce(
			(sum, { project }) =>
				sum +
				project.nginxes.reduce((own, { routes }) => own + routes.length, 0),
			0,
		),
		errors: findings.filter(({ severity }) => severity === "error").length,
		warnings: findings.filter(({ severity }) => severity === "warning").length,
	};
}
