import { appendTo } from "../languages/compose/edit.ts";
import { changeWord } from "../languages/nginx/edit.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { bindMountOf } from "../topology/mount-of.ts";
import type { NamedPath } from "../topology/nginx/named-path.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const certificateNotMounted: Rule = {
	id: "certificate-not-mounted",
	severity: "error",
	summary:
		"A certificate or key that nginx names is not in its container: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const said = new Set<string>();
			for (const path of nginx.paths) {
				if (
					path.kind !== "certificate" ||
					path.found !== "absent" ||
					!path.word.at.path.startsWith("/") ||
					isMadeLater(path, nginx) ||
					said.has(path.path)
				)
					continue;
				said.add(path.path);
				yield finding(path, nginx, project);
			}
		}
	},
};

/** In a folder that is mounted nobody may have made it yet; only beside one of nearly the name it is a slip. */
function isMadeLater({ path, near }: NamedPath, { site }: Nginx): boolean {
	return (
		near === undefined &&
		"service" in site &&
		bindMountOf(site.service, path) !== undefined
	);
}

function finding(
	{ word, path, near }: NamedPath,
	{ site }: Nginx,
	project: Project,
): Finding {
	const service = "service" in site ? site.service : undefined;
	const fixes: Fix[] = [];
	if (near !== undefined)
		fixes.push({
			title: `Change it to ${near}`,
			preferred: true,
			edits: () => [changeWord(word, near)],
		});
	else if (service && path.startsWith("/etc/letsencrypt/"))
		fixes.push({
			title: `Mount /etc/letsencrypt into service ${service.name}, read-only`,
			preferred: true,
			edits: () =>
				appendTo(
					textOf(project, service.body.at.path),
					service.body,
					["volumes"],
					"/etc/letsencrypt:/etc/letsencrypt:ro",
				),
		});
	return {
		message: `${path} is not in the container${service ? ` of service ${service.name}` : ""}: no mount, secret, config or COPY brings it, and nginx does not start ("cannot load certificate").`,
		at: word.at,
		related: service
			? [{ at: service.at, message: `nginx runs in service ${service.name}` }]
			: [],
		fixes,
	};
}
