/** What stands under the cursor, in the words of the topology. */

import { routesAt } from "../topology/find-route.ts";
import type { Project } from "../topology/model.ts";
import { directiveHover } from "./directive-hover.ts";
import { explainRoute } from "./explain.ts";
import type { Hover } from "./hover-text.ts";

export function hover(
	project: Project,
	path: string,
	offset: number,
): Hover | undefined {
	return (
		routeHover(project, path, offset) ?? directiveHover(project, path, offset)
	);
}

/** Only of what is sent somewhere. */
export function routeHover(
	project: Project,
	path: string,
	offset: number,
): Hover | undefined {
	const found = routesAt(project, path, offset);
	const [first] = found;
	if (!first) return undefined;
	const texts = found.map(({ nginx, route }) =>
		explainRoute(route, nginx, project),
	);
	return {
		markdown: [...new Set(texts)].join("\n\n---\n\n"),
		at: first.at,
	};
}
