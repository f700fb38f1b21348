/**
 * What a name means inside a container: the names that Docker's resolver answers on each
 * network the container is attached to (moby, buildEndpointDNSNames; compose create.go,
 * getAliases), before them the container's own /etc/hosts.
 */

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

	const holders = [...compose.services.values()].flatMap((service) => {
		const via = nameOf(service, name, from);
		return via ? [{ service, via }] : [];
	});
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

function nameOf(
	service: Service,
	name: string,
	from: Service,
): ServiceName | undefined {
	if (service.name === name) return "service";
	if (service.containerName?.value === name) return "container_name";
	if (service.hostname?.value === name) return "hostname";
	const mine = new Set(from.networks.map((attachment) => attachment.network));
	const aliased = service.networks.some(
		(attachment) =>
			mine.has(attachment.network) &&
			attachment.aliases.some((alias) => alias.value === name),
	);
	return aliased ? "alias" : undefined;
}

function fromAddress(address: string): Target {
	if (address === "host-gateway" || address === "172.17.0.1")
		return { kind: "host", via: "gateway" };
	return { kind: "outside", host: address };
}
