/** Asks about every address that an nginx sends to. */

import type { Nginx, Project, Route } from "../topology/model.ts";
import type { Finding } from "./rule.ts";

export function* eachRoute(
	project: Project,
	find: (route: Route, nginx: Nginx, project: Project) => Finding | undefined,
): Iterable<Finding> {
	for (const nginx of project.nginxes) {
		for (const route of nginx.routes) {
			const found = find(route, nginx, project);
			if (found) yield found;
		}
	}
}
