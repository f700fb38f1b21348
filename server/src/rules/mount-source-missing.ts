import type { Service } from "../languages/compose/facts.ts";
import { basename, dirname, isWithin, relative } from "../text/path.ts";
import type { Missing } from "../topology/container/missing.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import { replacePart } from "./replace-part.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const mountSourceMissing: Rule = {
	id: "mount-source-missing",
	severity: "error",
	summary:
		"compose mounts a configuration file of nginx that is not there: Docker makes a folder of that name.",
	reads: "topology",

	*check(project) {
		for (const { service, missing } of project.compose?.containers.values() ??
			[]) {
			for (const each of missing) {
				if (isNginxFile(each)) yield finding(each, service, project);
			}
		}
	},
};

/** A single file below /etc/nginx; folders and data are made when they are missing. */
function isNginxFile({ mount, near, path }: Missing): boolean {
	return (
		mount !== undefined &&
		isWithin("/etc/nginx", mount.target) &&
		/\.(conf|template|types|inc)$|_params$/.test(basename(mount.target)) &&
		// Its folder is there, or the same path from another folder: else it may be made by somebody.
		(near !== undefined || path !== "")
	);
}

function finding(
	{ path, near, at }: Missing,
	service: Service,
	project: Project,
): Finding {
	const name = relative(dirname(service.at.path), path);
	return {
		message: `Service ${service.name} mounts ${name}, which is not there: Docker makes a folder of that name, and nginx or the container does not start.`,
		at,
		fixes: [
			near === undefined
				? undefined
				: mountNear(path, near, at, service, project),
		].filter((fix) => fix !== undefined),
	};
}

function mountNear(
	path: string,
	near: string,
	at: Missing["at"],
	service: Service,
	project: Project,
): Fix {
	const folder = dirname(service.at.path);
	const name = `./${relative(folder, near)}`;
	const shown = isWithin(folder, near) ? name : relativeUp(folder, near);
	return {
		title: `Mount ${shown}`,
		preferred: isWithin(dirname(path), near),
		edits: () => {
			const written = textOf(project, at.path).slice(at.start, at.end);
			const source = /^["']?(?:source:\s*)?([^\s:"']+)/.exec(written)?.[1];
			return source === undefined
				? []
				: replacePart(at, source, shown, project);
		},
	};
}

function relativeUp(folder: string, path: string): string {
	return `../${relative(dirname(folder), path)}`;
}
