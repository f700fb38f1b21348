import { basename, dirname, isWithin, relative } from "../text/path.ts";
import type { Missing } from "../topology/container/missing.ts";
import type { Container, Nginx, Project } from "../topology/model.ts";
import { replacePart } from "./replace-part.ts";
import type { Finding, Rule } from "./rule.ts";

export const rootMountMissing: Rule = {
	id: "root-mount-missing",
	severity: "warning",
	summary:
		"The folder behind root or alias is mounted from a path that is not there, and another one holds the files.",
	reads: "topology",

	*check(project) {
		for (const container of project.compose?.containers.values() ?? []) {
			for (const missing of container.missing) {
				const nginx = nginxWith(missing, container, project);
				if (nginx && missing.index !== undefined)
					yield finding(missing, missing.index, container, project);
			}
		}
	},
};

/** An nginx of that service whose root lies in the mount. */
function nginxWith(
	{ mount }: Missing,
	{ service }: Container,
	project: Project,
): Nginx | undefined {
	return project.nginxes.find(
		({ site, paths }) =>
			"service" in site &&
			site.service.name === service.name &&
			paths.some(
				({ kind, path }) =>
					kind === "root" && mount && isWithin(mount.target, path),
			),
	);
}

function finding(
	{ path, at, mount }: Missing,
	index: string,
	{ service }: Container,
	project: Project,
): Finding {
	const name = relative(dirname(service.at.path), path);
	const instead = relative(dirname(service.at.path), index);
	return {
		message: `Service ${service.name} mounts ${name} at ${mount?.target}, but it is not there: Docker makes an empty folder, and nginx answers 403 or 404. ${instead} holds an index.`,
		at,
		fixes: [
			{
				title: `Mount ${instead}`,
				preferred: true,
				edits: () => replacePart(at, basename(path), basename(index), project),
			},
		],
	};
}
