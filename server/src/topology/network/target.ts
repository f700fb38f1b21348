/** What the host in an nginx address means, at the place where that nginx runs. */

import { oncePer } from "../../collections/once-per.ts";
import type { ComposeModel } from "../../languages/compose/facts.ts";
import type { Address, Host, Upstream } from "../../languages/nginx/facts.ts";
import type { Site, Target } from "../model.ts";
import { isLoopback } from "./loopback.ts";
import { isGatewayName, resolveInNetwork } from "./names.ts";
import { networkNamespace } from "./namespace.ts";

/** The upstream that a pass directive names: names compare without case, and only without a port (semantics 29, 37). */
export function upstreamNamed(
	{ host, portText }: Address,
	upstreams: readonly Upstream[],
): Upstream | undefined {
	if (host.kind !== "name" || portText) return undefined;
	return byName(upstreams).get(host.name.toLowerCase());
}

/** Of two with one name, which nginx refuses, the first. */
const byName = oncePer((upstreams: readonly Upstream[]) => {
	const index = new Map<string, Upstream>();
	for (const upstream of upstreams) {
		const name = upstream.name.text.toLowerCase();
		if (!index.has(name)) index.set(name, upstream);
	}
	return index;
});

export function targetOf(
	host: Host,
	site: Site,
	compose: ComposeModel | undefined,
): Target {
	if (host.kind === "unix")
		return { kind: "outside", host: `unix:${host.path}` };
	if (host.kind === "variable")
		return {
			kind: "unknown",
			reason: `${host.text} is only known at run time`,
		};
	if (site.kind === "unknown") return { kind: "unknown", reason: site.reason };

	const name = host.kind === "ip" ? host.address : host.name;
	if (isOwn(name))
		return site.kind === "container"
			? { kind: "self", service: site.service }
			: { kind: "host", via: "loopback" };
	if (host.kind === "ip") return fromIp(host.address, site);
	if (site.kind === "container") {
		if (!compose)
			return {
				kind: "unknown",
				reason: "no compose file describes its network",
			};
		const namespace = networkNamespace(site.service, compose);
		return namespace.kind === "unknown"
			? namespace
			: resolveInNetwork(host.name, namespace.service, compose);
	}
	return fromHostMachine(host.name, site, compose);
}

function fromIp(address: string, site: Site): Target {
	// The default bridge's own address: the host, as every container sees it unless somebody moved the bridge.
	if (site.kind === "container" && address === "172.17.0.1")
		return { kind: "host", via: "gateway" };
	return { kind: "outside", host: address };
}

function fromHostMachine(
	name: string,
	site: Site,
	compose: ComposeModel | undefined,
): Target {
	if (isGatewayName(name)) return { kind: "host", via: "gateway" };
	const service = compose?.services.get(name);
	if (site.kind === "host-network") {
		const entry = site.service.extraHosts.find((extra) => extra.host === name);
		if (entry)
			return isLoopback(entry.address) || entry.address === "host-gateway"
				? { kind: "host", via: "gateway" }
				: { kind: "outside", host: entry.address };
	}
	if (service)
		return {
			kind: "unresolved",
			name,
			reason: { kind: "not-in-network", service },
		};
	// The host's own /etc/hosts and search domains may know it.
	return { kind: "outside", host: name };
}

/** An address of the machine itself; a client that connects to 0.0.0.0 reaches it too. */
function isOwn(name: string): boolean {
	return name === "0.0.0.0" || isLoopback(name);
}
