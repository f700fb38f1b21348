/**
 * What a name means inside a container: the names that Docker's resolver answers on each
 * network the container is attached to (moby, buildEndpointDNSNames; compose create.go,
 * getAliases), before them the container's own /etc/hosts.
 */

import { oncePer } from "../../collections/once-per.ts";
import type { ComposeModel, Service } from "../../languages/compose/facts.ts";
import type { ServiceName, Target } from "../model.ts";

/** Names that mean the machine under the containers, where an extra_hosts entry or Docker Desktop makes them. */
const gatewayNames = new Set([
	"host.docker.internal",
	"gateway.docker.internal",
	"docker.for.mac.localhost",
	"docker.for.win.localhost",
	"docker.for.mac.host.internal",
	"host.containers.internal",
]);

export function isGatewayName(name: string): boolean {
	return gatewayNames.has(name.toLowerCase());
}

/** The service that answers to the name where `from` looks it up, whether or not they share a network. */
export function resolveInNetwork(
	name: string,
	from: Service,
	compose: ComposeModel,
): Target {
	const entry = from.extraHosts.find((extra) => extra.host === name);
	if (entry) return fromAddress(entry.address);
	if (isGatewayName(name)) return { kind: "host", via: "gateway" };

	const linked = from.links.find((link) => link.alias === name);
	const linkedService = linked && compose.services.get(linked.service);
	if (linkedService) return reachable(name, from, linkedService, "link");

	const holders = holdersOf(name, from, compose);
	const [holder] = [
		...holders.filter(({ service }) => shareNetwork(from, service)),
		...holders,
	];
	if (holder) return reachable(name, from, holder.service, holder.via);
	if (name.includes(".")) return { kind: "outside", host: name };
	if (!compose.complete)
		return { kind: "unknown", reason: "not every compose file could be read" };
	return { kind: "unresolved", name, reason: { kind: "nobody" } };
}

/** Whether two services are attached to one network; `network_mode: service:x` puts a service where x is. */
export function shareNetwork(a: Service, b: Service): boolean {
	return a.networks.some((mine) =>
		b.networks.some((theirs) => theirs.network === mine.network),
	);
}

function reachable(
	name: string,
	from: Service,
	service: Service,
	via: ServiceName,
): Target {
	if (from === service || shareNetwork(from, service))
		return { kind: "service", service, via };
	return {
		kind: "unresolved",
		name,
		reason: { kind: "no-shared-network", service },
	};
}

interface Holder {
	readonly service: Service;
	readonly via: ServiceName;
	/** Where an alias is one. */
	readonly network?: string;
}

/** The services that answer to the name, each once; an alias counts on the networks of `from` alone. */
function holdersOf(
	name: string,
	from: Service,
	compose: ComposeModel,
): readonly Holder[] {
	const mine = (network: string) =>
		from.networks.some((attachment) => attachment.network === network);
	const all = (byName(compose.services).get(name) ?? []).filter(
		({ network }) => network === undefined || mine(network),
	);
	return all.filter(
		({ service }, i) =>
			all.findIndex((other) => other.service === service) === i,
	);
}

/** Hundreds of addresses are looked up among hundreds of services. */
const byName = oncePer((services: ComposeModel["services"]) => {
	const index = new Map<string, Holder[]>();
	const add = (name: string | undefined, holder: Holder) => {
		if (name === undefined) return;
		const same = index.get(name);
		if (same) same.push(holder);
		else index.set(name, [holder]);
	};
	for (const service of services.values()) {
		add(service.name, { service, via: "service" });
		add(service.containerName?.value, { service, via: "container_name" });
		add(service.hostname?.value, { service, via: "hostname" });
		for (const { network, aliases } of service.networks)
			for (const { value } of aliases)
				add(value, { service, via: "alias", network });
	}
	return index;
});

function fromAddress(address: string): Target {
	if (address === "host-gateway" || address === "172.17.0.1")
		return { kind: "host", via: "gateway" };
	return { kind: "outside", host: address };
}
