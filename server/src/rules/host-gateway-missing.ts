import type { Service } from "../languages/compose/facts.ts";
import { inherited } from "../languages/nginx/find.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { resolvesAtStart } from "../topology/used.ts";
import {
	commentedEntry,
	gatewayEdits,
	gatewayEntry,
	hasGateway,
	gatewayName as host,
} from "./gateway-entry.ts";
import type { Finding, Fix, Rule, Severity } from "./rule.ts";

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
			const atStart = routes.filter(resolvesAtStart);
			if (atStart.length > 0) yield finding(service, atStart, project);
			for (const route of routes)
				if (asksDocker(route)) yield atRunTime(service, route, project);
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
	return {
		message: `nginx sends to ${host}, but service ${service.name} has no extra_hosts entry for it:${onLinux(project)} nginx stops at start with "host not found in upstream".`,
		at: service.at,
		severity: severity(project),
		related,
		fixes: fixes(service, project),
	};
}

/** With a variable nginx asks its resolver, here Docker's own DNS; without any, resolver-missing says what happens. */
function asksDocker(route: Route): boolean {
	if (route.from.kind !== "pass" || resolvesAtStart(route)) return false;
	const [resolver] = inherited(route.from.pass.levels, "resolver");
	return (
		resolver?.args.some(({ text }) => /^127\.0\.0\.11\b/.test(text)) ?? false
	);
}

/** No fix: a resolver does not read the hosts file, which is all that extra_hosts writes to. */
function atRunTime(
	service: Service,
	{ address }: Route,
	project: Project,
): Finding {
	return {
		message: `nginx looks ${host} up at each request, at Docker's DNS, which does not know it:${onLinux(project)} requests get 502 ("${host} could not be resolved").`,
		at: address.host.at,
		severity: severity(project),
		related: [
			{ at: service.at, message: `nginx runs in service ${service.name}` },
		],
	};
}

function onLinux({ settings }: Project): string {
	return settings.platform === "linux" ? "" : " on Linux";
}

function severity({ settings }: Project): Severity {
	return settings.platform === "linux" ? "error" : "warning";
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
