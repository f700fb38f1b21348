import type { Service } from "../languages/compose/facts.ts";
import type { Listener, Nginx, Project, Route } from "../topology/model.ts";
import { isLoopback } from "../topology/network/loopback.ts";
import { shareNetwork } from "../topology/network/names.ts";
import { canNameService, isUsed } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Rule } from "./rule.ts";
import { hostAndPort, sendTo } from "./send-to.ts";

export const hostLoopbackPublished: Rule = {
	id: "host-loopback-published",
	severity: "warning",
	summary:
		"nginx in a container goes to the host at a port that is published on loopback only.",
	reads: "topology",

	check: (project) =>
		project.settings.platform === "desktop" ? [] : eachRoute(project, finding),
};

type Published = Extract<Listener["by"], { kind: "published" }>;

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { target, address, port, listeners } = route;
	const { site } = nginx;
	if (
		site.kind !== "container" ||
		target.kind !== "host" ||
		target.via !== "gateway"
	)
		return undefined;
	const [first] = listeners;
	if (first?.by.kind !== "published" || !listeners.every(isOnLoopback))
		return undefined;
	const { service, published } = first.by;
	return {
		message: `nginx in service ${site.service.name} sends to ${address.text}, but service ${service.name} publishes port ${port} on ${published.hostIp} alone: on Linux no container reaches it there, and requests get 502.`,
		at: address.at,
		...(isUsed(route, nginx) ? {} : { severity: "hint" as const }),
		related: [
			{ at: published.at, message: `published on ${published.hostIp}` },
		],
		fixes:
			canNameService(route) && reachesByName(site.service, service)
				? [
						{
							title: `Send to ${service.name}:${published.target.value}`,
							preferred: true,
							edits: () =>
								sendTo(
									address,
									hostAndPort(service.name, published.target.value, address),
									project,
								),
						},
					]
				: [],
	};
}

function isOnLoopback({ by }: Listener): boolean {
	return by.kind === "published" && isLoopbackOnly(by);
}

function isLoopbackOnly({ published }: Published): boolean {
	return (
		published.open.length === 0 &&
		published.hostIp !== undefined &&
		isLoopback(published.hostIp)
	);
}

function reachesByName(own: Service, other: Service): boolean {
	return own.name !== other.name && shareNetwork(own, other);
}
