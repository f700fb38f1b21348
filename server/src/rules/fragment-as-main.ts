import { find } from "../languages/nginx/find.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { replacePart } from "./replace-part.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const fragmentAsMain: Rule = {
	id: "fragment-as-main",
	severity: "error",
	summary:
		"A file without events and http stands in the place of nginx.conf: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const found = finding(nginx, project);
			if (found) yield found;
		}
	},
};

function finding(nginx: Nginx, project: Project): Finding | undefined {
	const { mainFrom, facts, complete, path } = nginx;
	const { directives } = facts;
	if (
		!mainFrom ||
		!complete ||
		directives.length === 0 ||
		["events", "http", "stream", "mail"].some((name) => find(directives, name))
	)
		return undefined;
	const [first] = directives;
	return {
		message: `This file becomes ${mainFrom.path}, but it has neither events nor http: nginx does not start (""${first?.name.text}" directive is not allowed here").`,
		at: mainFrom.at,
		related: first
			? [
					{
						at: first.name.at,
						message: `${path.replace(/^.*\//, "")} begins here`,
					},
				]
			: [],
		fixes: [intoConfD(mainFrom, project)].filter((fix) => fix !== undefined),
	};
}

/** Where the image's own nginx.conf includes it, inside http. */
function intoConfD(
	{ path, at }: NonNullable<Nginx["mainFrom"]>,
	project: Project,
): Fix | undefined {
	if (path !== "/etc/nginx/nginx.conf") return undefined;
	return {
		title: "Put it at /etc/nginx/conf.d/default.conf",
		preferred: true,
		edits: () =>
			replacePart(at, path, "/etc/nginx/conf.d/default.conf", project),
	};
}
