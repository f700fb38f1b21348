/**
 * Whether an nginx that no service loads really runs on this machine. The workspace does not
 * show who starts it; addresses that lead to processes of the host do.
 */

import type { Nginx } from "./model.ts";

export function isSurelyOnHost({ site, routes }: Nginx): boolean {
	return (
		site.kind === "host-network" ||
		(site.kind === "host" &&
			routes.some(
				({ target, listeners }) =>
					target.kind === "host" && listeners.length > 0,
			))
	);
}
