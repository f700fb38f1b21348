/** Whether something other than its ecosystem file may give PM2's apps a variable: the shell, a script, the container. */

import type { Project, RunningEcosystem } from "./model.ts";

/** True also where that can't be known: an image has variables of its own. */
export function isSetOutside(
	variable: string,
	{ site }: RunningEcosystem,
	{ scripts }: Project,
): boolean {
	if (site.kind !== "host") return true;
	return scripts.some(({ text }) =>
		new RegExp(`\\b${variable.replace(/\W/g, "\\$&")}=`).test(text),
	);
}
