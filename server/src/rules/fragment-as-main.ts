import { find } from "../languages/nginx/find.ts";
import { replace } from "../text/edit.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
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
	const written = textOf(project, at.path).slice(at.start, at.end);
	const from = written.indexOf(path);
	if (from < 0) return undefined;
	const start = at.start + from;
	return {
		title: "Put it at /etc/nginx/conf.d/default.conf",
		preferred: true,
		edits: () => [
			replace(
				{ ...at, start, end: start + path.length },
				"/etc/nginx/conf.d/default.conf",
			),
		],
	};
}
