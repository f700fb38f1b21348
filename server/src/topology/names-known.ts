/** Whether every name that an nginx configuration declares was read: only then one that is missing is missing. */

import { find } from "../languages/nginx/find.ts";
import { statementNames } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx, Project } from "./model.ts";
import { isRenderedByScript } from "./nginx/rendered-by-script.ts";

/** Not in a fragment or an excerpt, behind what could not be followed or parsed, in a file that a script changes, in a template with a statement to fill in. */
export function namesKnown(nginx: Nginx, project: Project): boolean {
	return (
		nginx.kind === "main" &&
		nginx.complete &&
		isWhole(nginx.facts.directives) &&
		!nginx.files.some((path) => isRenderedByScript(path, project)) &&
		!isTemplate(nginx.facts.directives)
	);
}

/** Without events nginx starts from no file: it is a part of one, or of a guide. */
function isWhole(directives: readonly Directive[]): boolean {
	return find(directives, "events") !== undefined;
}

/** `${EXTRA};`: envsubst fills in whole statements. */
function isTemplate(directives: readonly Directive[]): boolean {
	for (const name of statementNames(directives))
		if (/[^\w]/.test(name)) return true;
	return false;
}
