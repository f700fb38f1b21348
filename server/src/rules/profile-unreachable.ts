import { addList } from "../languages/compose/edit.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { servicesAtStart } from "../topology/names-at-start.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const profileUnreachable: Rule = {
	id: "profile-unreachable",
	severity: "warning",
	summary:
		"An nginx that always runs names a service that exists only under a profile.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) yield* findings(nginx, project);
	},
};

function* findings(nginx: Nginx, project: Project): Iterable<Finding> {
	const { site } = nginx;
	if (site.kind !== "container" || site.service.profiles.length > 0) return;
	const active = project.compose?.activeProfiles ?? [];
	for (const [service, routes] of servicesAtStart(nginx)) {
		const profiles = service.profiles.map(({ value }) => value);
		const [first] = routes;
		if (
			!first ||
			profiles.length === 0 ||
			// Then compose itself refuses: compose-reference-unknown's.
			site.service.dependsOn.some(
				(each) => each.service === service.name && each.required,
			) ||
			profiles.some((profile) => active.includes(profile) || profile === "*")
		)
			continue;
		yield {
			message: `nginx looks up ${service.name} when it starts, but that service exists only with ${profiles.length === 1 ? "profile" : "one of the profiles"} ${profiles.join(", ")}, and service ${site.service.name} runs without it: nginx then stops with "host not found in upstream".`,
			at: first.address.host.at,
			related: service.profiles.map(({ at, value }) => ({
				at,
				message: `service ${service.name} has profile ${value}`,
			})),
			fixes: [
				{
					title: `Run service ${site.service.name} with ${profiles.join(", ")} only`,
					edits: () =>
						addList(
							textOf(project, site.service.body.at.path),
							site.service.body,
							["profiles"],
							profiles,
						),
				},
			],
		};
	}
}
