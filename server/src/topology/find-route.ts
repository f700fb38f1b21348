/** What an offset of an nginx file stands on. */

import { contains } from "../text/place.ts";
import type { Nginx, Project, Route } from "./model.ts";

export interface RouteAt {
	readonly nginx: Nginx;
	readonly route: Route;
}

/** Every nginx that loads the file may give the address another meaning. */
export function routesAt(
	project: Project,
	path: string,
	offset: number,
): readonly RouteAt[] {
	return project.nginxes.flatMap((nginx) =>
		nginx.routes
			.filter(
				({ address }) =>
					address.at.path === path && contains(address.at, offset),
			)
			.map((route) => ({ nginx, route })),
	);
}
