/** What an offset of an nginx file stands on. */

import { contains, type Place } from "../text/place.ts";
import type { Nginx, Project, Route } from "./model.ts";

export interface RouteAt {
	readonly nginx: Nginx;
	readonly route: Route;
	/** The address that the offset is in; of a pass directive with variables its own, or a value of theirs. */
	readonly at: Place;
}

/** Every nginx that loads the file may give the address another meaning. */
export function routesAt(
	project: Project,
	path: string,
	offset: number,
): readonly RouteAt[] {
	return project.nginxes.flatMap((nginx) =>
		nginx.routes.flatMap((route) => {
			const at = places(route).find(
				(at) => at.path === path && contains(at, offset),
			);
			return at ? [{ nginx, route, at }] : [];
		}),
	);
}

function places({ address, from }: Route): readonly Place[] {
	const own = from.kind === "pass" ? [from.pass.address.at] : [];
	const port = address.portText ? [address.portText.at] : [];
	return [address.at, ...own, address.host.at, ...port];
}
