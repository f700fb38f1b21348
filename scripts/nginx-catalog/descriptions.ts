/** dist/nginx-docs.json: what nginx's documentation says of directives and variables. Read when somebody asks. */

import { getDirectives, getVariables } from "@nginx/reference-lib";
import { familyOf, markdown, moduleOf } from "./catalog.ts";

/** Markdown by `module name`; of variables by `family $name` (`http $host`). */
export function descriptions(): Readonly<Record<string, string>> {
	return Object.fromEntries([
		...getDirectives(markdown).map((each) => [
			`${moduleOf(each)} ${each.name}`,
			each.description,
		]),
		...getVariables(markdown).map(({ name, module, description }) => [
			`${familyOf(module)} $${name.replace(/^\$/, "")}`,
			description,
		]),
	]);
}
