/** What can be inserted at a place. */

import type { Project } from "../../topology/model.ts";
import { composeCompletions } from "./compose.ts";
import type { Completion } from "./item.ts";
import { nginxCompletions } from "./nginx.ts";
import { pm2Completions } from "./pm2.ts";

/** The first is the likeliest. */
export function completions(
	project: Project,
	path: string,
	offset: number,
): readonly Completion[] {
	const file = project.files.find((each) => each.path === path);
	switch (file?.role) {
		case "nginx":
			return nginxCompletions(project, file, offset);
		case "compose":
			return composeCompletions(project, file, offset);
		case "pm2":
			return pm2Completions(project, file, offset);
		default:
			return [];
	}
}
