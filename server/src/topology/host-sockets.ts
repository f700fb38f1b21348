/** The ports of the host that processes of the workspace want, for finding two that want the same one. */

import type { Service } from "../languages/compose/facts.ts";
import type { Place } from "../text/place.ts";
import type { Project, RunningApp } from "./model.ts";
import { onHost } from "./network/listeners.ts";
import { isLoopback } from "./network/loopback.ts";

export interface HostSocket {
	readonly port: number;
	/** Undefined: all addresses. */
	readonly address: string | undefined;
	readonly protocol: "tcp" | "udp" | "sctp";
	readonly by:
		| { readonly kind: "service"; readonly service: Service }
		| { readonly kind: "pm2"; readonly app: RunningApp };
	readonly at: Place;
}

/** Single ports that are known for sure; a range leaves the engine a choice. */
export function publishedSockets({ compose }: Project): readonly HostSocket[] {
	return [...(compose?.services.values() ?? [])].flatMap((service) =>
		service.networkMode?.kind === "host" || service.replicas?.count === 0
			? []
			: service.ports.flatMap((port): HostSocket[] =>
					port.published &&
					port.publishedEnd === undefined &&
					port.open.length === 0
						? [
								{
									port: port.published.value,
									address: anyAddress(port.hostIp),
									protocol: port.protocol,
									by: { kind: "service", service },
									at: port.at,
								},
							]
						: [],
				),
	);
}

export function appSockets({ ecosystems }: Project): readonly HostSocket[] {
	return ecosystems
		.filter(({ site }) => onHost(site))
		.flatMap(({ apps }) => apps)
		.flatMap((app) =>
			app.runtime.ports
				.filter(({ when }) => when.length === 0)
				.map(
					({ port, at }): HostSocket => ({
						port,
						address: anyAddress(app.runtime.bind?.host),
						protocol: "tcp",
						by: { kind: "pm2", app },
						at,
					}),
				),
		);
}

/** Both can't be had: one port, and addresses of which one holds the other. */
export function collide(
	a: Pick<HostSocket, "port" | "address" | "protocol">,
	b: Pick<HostSocket, "port" | "address" | "protocol">,
): boolean {
	return (
		a.port === b.port &&
		a.protocol === b.protocol &&
		(a.address === undefined ||
			b.address === undefined ||
			a.address === b.address ||
			(isLoopback(a.address) &&
				isLoopback(b.address) &&
				(a.address === "localhost" || b.address === "localhost")))
	);
}

export function anyAddress(host: string | undefined): string | undefined {
	return host === undefined ||
		host === "0.0.0.0" ||
		host === "::" ||
		host === "*"
		? undefined
		: host;
}
