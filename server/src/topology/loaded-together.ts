/** Whether one nginx surely loads two places: what a main file includes; of fragments, which may be alternatives, one file alone. */

import type { Place } from "../text/place.ts";
import type { Nginx } from "./model.ts";

export function loadedTogether(
	{ kind }: Pick<Nginx, "kind">,
	one: Pick<Place, "path">,
	other: Pick<Place, "path">,
): boolean {
	return kind === "main" || one.path === other.path;
}
