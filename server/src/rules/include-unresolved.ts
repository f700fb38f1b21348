import { changeWord } from "../languages/nginx/edit.ts";
import type { Nginx } from "../topology/model.ts";
import { bindMountOf } from "../topology/mount-of.ts";
import type { NamedPath } from "../topology/nginx/named-path.ts";
import type { Finding, Rule } from "./rule.ts";

export const includeUnresolved: Rule = {
	id: "include-unresolved",
	severity: "error",
	summary:
		"An include names a file that is not in nginx's container: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const path of nginx.paths) {
				if (path.kind === "include" && path.found === "absent" && isOurs(path))
					yield finding(path, nginx);
			}
		}
	},
};

function isOurs({ word }: NamedPath): boolean {
	return word.at.path.startsWith("/") && !word.text.includes("$");
}

function finding({ word, path, near }: NamedPath, { site }: Nginx): Finding {
	const where =
		"service" in site
			? `the container of service ${site.service.name}`
			: "the container";
	return {
		message: `${path} is not in ${where}: no mount, COPY or image brings it, and nginx does not start ("open() … failed").`,
		at: word.at,
		// In a folder that is mounted somebody may make it before nginx starts.
		severity:
			"service" in site && bindMountOf(site.service, path)
				? "warning"
				: "error",
		fixes:
			near === undefined
				? []
				: [
						{
							title: `Include ${near}`,
							preferred: true,
							edits: () => [changeWord(word, near)],
						},
					],
	};
}
