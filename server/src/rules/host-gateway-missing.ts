import type { Service } from "../languages/compose/facts.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import {
	commentedEntry,
	gatewayEdits,
	gatewayEntry,
	hasGateway,
	gatewayName as host,
} from "./gateway-entry.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const hostGatewayMissing: Rule = {
	id: "host-gateway-missing",
	severity: "warning",
	summary:
		"nginx in compose uses host.docker.internal, and no extra_hosts entry defines it.",
	reads: "topology",

	*check(project) {
		const { compose, settings } = project;
		if (!compose || settings.platform === "desktop") return;
		for (const [service, routes] of routesByService(project)) {
			if (hasGateway(service)) continue;
			yield finding(service, routes, project);
		}
	},
};

/** The addresses that name host.docker.internal, by the service whose nginx sends there. */
function routesByService(
	project: Project,
): ReadonlyMap<Service, readonly Route[]> {
	const found = new Map<Service, Route[]>();
	for (const { site, routes } of project.nginxes) {
		if (!isInCompose(site)) continue;
		const own = routes.filter(
			({ address }) =>
				address.host.kind === "name" && address.host.name === host,
		);
		if (own.length > 0)
			found.set(site.service, [...(found.get(site.service) ?? []), ...own]);
	}
	return found;
}

function isInCompose(
	site: Nginx["site"],
): site is Extract<Nginx["site"], { readonly service: Service }> {
	return site.kind === "container" || site.kind === "host-network";
}

function finding(
	service: Service,
	routes: readonly Route[],
	project: Project,
): Finding {
	const related = routes.map(({ address }) => ({
		at: address.at,
		message: `nginx sends to ${address.text} here`,
	}));
	const onLinux = project.settings.platform === "linux" ? "" : " on Linux";
	return {
		message: `nginx sends to ${host}, but service ${service.name} has no extra_hosts entry for it:${onLinux} nginx stops at start with "host not found in upstream".`,
		at: service.at,
		severity: project.settings.platform === "linux" ? "error" : "warning",
		related,
		fixes: fixes(service, project),
	};
}

function fixes(service: Service, project: Project): readonly Fix[] {
	const commented = commentedEntry(service, project);
	return [
		{
			title: commented
				? `Uncomment extra_hosts of service ${service.name}`
				: `Add ${gatewayEntry} to extra_hosts of service ${service.name}`,
			preferred: true,
			edits: () => commented ?? gatewayEdits(service, project),
		},
	];
}
