/** Whether a script may change an nginx file before nginx reads it: what is written there is not what nginx is given. */

import type { Project } from "../model.ts";

/** A script of the project names the file, or renders whatever it is told. */
export function isRenderedByScript(
	path: string,
	{ scripts }: Pick<Project, "scripts">,
): boolean {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return scripts.some(
		({ text }) =>
			/\b(envsubst|sed|dockerize|confd|gomplate|j2|perl|awk)\b/.test(text) &&
			(text.includes(name) || /\benvsubst\b/.test(text)),
	);
}
