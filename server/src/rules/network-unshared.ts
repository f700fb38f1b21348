import { addList, appendTo } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import { resolvesAtStart } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const networkUnshared: Rule = {
	id: "network-unshared",
	severity: "error",
	summary:
		"nginx's service and the service that it names share no network: the name does not resolve.",
	reads: "topology",

	check: (project) => eachRoute(project, finding),
};

function finding(
	route: Route,
	{ site }: Nginx,
	project: Project,
): Finding | undefined {
	const { target, address } = route;
	if (
		site.kind !== "container" ||
		target.kind !== "unresolved" ||
		target.reason.kind !== "no-shared-network"
	)
		return undefined;
	const { service } = target.reason;
	const own = site.service;
	const outcome = resolvesAtStart(route)
		? 'nginx does not start ("host not found in upstream")'
		: "each request gets 502";
	return {
		message: `${whereTheyAre(own, service)}: ${target.name} does not resolve, and ${outcome}.`,
		at: address.host.at,
		// Something else on an external network may have the name.
		severity: isOnExternal(own, project) ? "warning" : "error",
		related: [
			{ at: own.at, message: `nginx runs in service ${own.name}` },
			{
				at: service.networkMode?.at ?? service.networks[0]?.at ?? service.at,
				message: `service ${service.name} is ${placeOf(service)}`,
			},
		],
		fixes: joinFixes(own, service, project),
	};
}

function whereTheyAre(own: Service, other: Service): string {
	return own.networkMode || other.networkMode
		? `Service ${own.name}, where nginx runs, is ${placeOf(own)}, and service ${other.name} ${placeOf(other)}`
		: `Services ${own.name} (on ${list(own)}) and ${other.name} (on ${list(other)}) share no network`;
}

function placeOf(service: Service): string {
	const mode = service.networkMode;
	switch (mode?.kind) {
		case undefined:
			return `on ${list(service)}`;
		case "host":
			return "on the host's network";
		case "none":
			return "without a network";
		case "bridge":
			return "on the default bridge, where names do not resolve";
		case "service":
			return `in the network of service ${mode.service}`;
		case "container":
			return `in the network of container ${mode.container}`;
		case "other":
			return `on ${mode.text}`;
	}
}

function list({ networks }: Service): string {
	return networks.map(({ network }) => network).join(", ") || "none";
}

function isOnExternal({ networks }: Service, { compose }: Project): boolean {
	return networks.some(
		({ network }) => compose?.networks.get(network)?.external,
	);
}

/** network_mode and networks exclude each other: there somebody must decide. */
function joinFixes(
	own: Service,
	service: Service,
	project: Project,
): readonly Fix[] {
	const wanted = own.networks[0]?.network;
	if (own.networkMode || service.networkMode || wanted === undefined) return [];
	// Without a `networks` key it is on `default`, and would leave that.
	const kept = service.body.entries.some(({ key }) => key.text === "networks")
		? []
		: service.networks.map(({ network }) => network);
	return [
		{
			title: `Put service ${service.name} on network ${wanted}`,
			preferred: true,
			edits: () => {
				const text = textOf(project, service.body.at.path);
				return kept.length > 0
					? addList(text, service.body, ["networks"], [...kept, wanted])
					: appendTo(text, service.body, ["networks"], wanted);
			},
		},
	];
}
