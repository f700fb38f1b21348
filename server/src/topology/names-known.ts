/** Whether every name that an nginx configuration declares was read: only then one that is missing is missing. */

import { childrenOf, find } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { isTable } from "../languages/nginx/vocabulary.ts";
import type { Nginx, Project } from "./model.ts";
import { isRenderedByScript } from "./nginx/rendered-by-script.ts";

/** Not in a fragment or an excerpt, behind an include that could not be followed, in a file that can't be parsed or that a script changes, in a template with a statement to fill in. */
export function namesKnown(nginx: Nginx, project: Project): boolean {
	return (
		nginx.kind === "main" &&
		nginx.complete &&
		isWhole(nginx.facts.directives) &&
		!isBroken(nginx, project) &&
		!nginx.files.some((path) => isRenderedByScript(path, project)) &&
		!isTemplate(nginx.facts.directives)
	);
}

/** Without events nginx starts from no file: it is a part of one, or of a guide. */
function isWhole(directives: readonly Directive[]): boolean {
	return find(directives, "events") !== undefined;
}

function isBroken(nginx: Nginx, { syntax, files }: Project): boolean {
	return syntax.some(
		({ severity, at }) =>
			severity === "error" &&
			nginx.files.includes(at.path) &&
			files.find(({ path }) => path === at.path)?.factsFrom === undefined,
	);
}

function isTemplate(directives: readonly Directive[]): boolean {
	const known = templates.get(directives);
	if (known !== undefined) return known;
	const found = holdsTemplate(directives);
	templates.set(directives, found);
	return found;
}

const templates = new WeakMap<readonly Directive[], boolean>();

/** `${EXTRA}`, `{{ locations }}`: somebody else fills in whole statements. */
function holdsTemplate(
	directives: readonly Directive[],
	plain = new Set<string>(),
): boolean {
	return directives.some((directive) => {
		const { text } = directive.name;
		if (!plain.has(text)) {
			if (/[^\w]/.test(text)) return true;
			plain.add(text);
		}
		return (
			directive.block !== undefined &&
			!isTable(text) &&
			holdsTemplate(childrenOf(directive), plain)
		);
	});
}
