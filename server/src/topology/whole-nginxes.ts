/** Those of which all is known: what is not there is missing. */

import type { Nginx, Project } from "./model.ts";

/** Configurations that nginx starts from, every file of which was read. */
export function wholeNginxes({
	nginxes,
}: Pick<Project, "nginxes">): readonly Nginx[] {
	return nginxes.filter(({ kind, complete }) => kind === "main" && complete);
}
