import { appendTo } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import { removeItem, removeKey } from "../languages/compose/remove.ts";
import { findEntry } from "../languages/compose/yaml-find.ts";
import type { Edit } from "../text/edit.ts";
import type { Compose, Nginx, Project } from "../topology/model.ts";
import { servicesAtStart, startsAfter } from "../topology/names-at-start.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const dependsOnInverted: Rule = {
	id: "depends-on-inverted",
	severity: "error",
	summary:
		"A service that nginx resolves when it starts depends on nginx: the first start must fail.",
	reads: "topology",

	*check(project) {
		const { compose } = project;
		if (!compose) return;
		for (const nginx of project.nginxes)
			yield* findings(nginx, compose, project);
	},
};

function* findings(
	nginx: Nginx,
	compose: Compose,
	project: Project,
): Iterable<Finding> {
	const { site } = nginx;
	if (site.kind !== "container") return;
	const own = site.service;
	for (const [service, routes] of servicesAtStart(nginx)) {
		if (!startsAfter(service, own, compose)) continue;
		const direct = service.dependsOn.find((each) => each.service === own.name);
		const restarts = own.restart !== undefined && own.restart.value !== "no";
		yield {
			message: `Service ${service.name} depends on ${own.name}, so compose starts nginx first; nginx looks up ${service.name} then, and ${restarts ? 'stops with "host not found in upstream" until it is restarted' : 'does not start ("host not found in upstream")'}.`,
			at: direct?.at ?? service.at,
			severity: restarts ? "warning" : "error",
			related: routes.slice(0, 1).map(({ address }) => ({
				at: address.at,
				message: `nginx looks up ${service.name} here`,
			})),
			fixes: direct ? [turnRound(service, own, project)] : [],
		};
	}
}

function turnRound(service: Service, own: Service, project: Project): Fix {
	return {
		title: `Let ${own.name} depend on ${service.name} instead`,
		preferred: true,
		edits: () => {
			const removed = withoutDependency(service, own.name, project);
			return removed.length === 0
				? []
				: [
						...removed,
						...appendTo(
							textOf(project, own.body.at.path),
							own.body,
							["depends_on"],
							service.name,
						),
					];
		},
	};
}

function withoutDependency(
	{ body }: Service,
	name: string,
	project: Project,
): readonly Edit[] {
	const text = textOf(project, body.at.path);
	const written = findEntry(body, "depends_on")?.value;
	if (written?.kind === "map")
		return removeKey(text, body, ["depends_on", name]);
	if (written?.kind !== "sequence") return [];
	const item = written.items.find(
		(each) => each.kind === "scalar" && each.text === name,
	);
	return item ? removeItem(text, body, ["depends_on"], item) : [];
}
