import type { Service } from "../languages/compose/facts.ts";
import { basename, dirname, relative } from "../text/path.ts";
import type { Missing } from "../topology/container/missing.ts";
import type { Project } from "../topology/model.ts";
import { replacePart } from "./replace-part.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const buildContextMissing: Rule = {
	id: "build-context-missing",
	severity: "error",
	summary:
		"The build context or Dockerfile of nginx's or an upstream service is not there.",
	reads: "topology",

	*check(project) {
		for (const { service, missing } of project.compose?.containers.values() ??
			[]) {
			if (!concerns(service, project)) continue;
			for (const each of missing) {
				if (each.kind === "mount" || isElsewhere(each)) continue;
				yield finding(each, service, project);
			}
		}
	},
};

/** A whole folder that is missing may lie in a repository of its own; only beside one of nearly the name it is a slip. */
function isElsewhere({ kind, near }: Missing): boolean {
	return kind === "context" && near === undefined;
}

/** It runs nginx, or nginx sends to it. */
function concerns({ name }: Service, { nginxes }: Project): boolean {
	return nginxes.some(
		({ site, routes }) =>
			("service" in site && site.service.name === name) ||
			routes.some(
				({ target }) =>
					target.kind === "service" && target.service.name === name,
			),
	);
}

function finding(
	{ kind, path, near, at }: Missing,
	service: Service,
	project: Project,
): Finding {
	const name = relative(dirname(service.at.path), path) || ".";
	const what = kind === "context" ? "The build context" : "The Dockerfile";
	return {
		message: `${what} of service ${service.name}, ${name}, is not there: it can't be built.`,
		at,
		fixes: [
			near === undefined ? undefined : use(path, near, at, project),
		].filter((fix) => fix !== undefined),
	};
}

function use(
	path: string,
	near: string,
	at: Missing["at"],
	project: Project,
): Fix | undefined {
	if (dirname(path) !== dirname(near)) return undefined;
	return {
		title: `Change it to ${basename(near)}`,
		preferred: true,
		edits: () => replacePart(at, basename(path), basename(near), project),
	};
}
