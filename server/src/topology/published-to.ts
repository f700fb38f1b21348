/** The host ports that lead to a port of a service, and the ports on which nginx listens in one. */

import type { PublishedPort, Service } from "../languages/compose/facts.ts";
import type { Listen } from "../languages/nginx/facts.ts";
import type { Nginx, Project } from "./model.ts";

export function publishedTo(
	service: Service,
	port: number,
): readonly PublishedPort[] {
	return service.ports.filter(
		({ target, protocol }) => target.value === port && protocol === "tcp",
	);
}

export interface ListeningNginx {
	readonly listens: readonly Listen[];
	/** Some server says nothing of where it listens: on 80. */
	readonly byDefault: boolean;
	readonly nginx: Nginx;
}

/** The nginx that runs in the container of that service; undefined where its configuration is not known as a whole. */
export function nginxIn(
	service: Service,
	{ nginxes }: Project,
): ListeningNginx | undefined {
	const nginx = nginxes.find(
		({ site }) =>
			site.kind === "container" && site.service.name === service.name,
	);
	if (!nginx?.complete) return undefined;
	const { servers } = nginx.facts;
	return {
		nginx,
		listens: servers.flatMap(({ listens }) => listens),
		byDefault: servers.some(
			({ listens, protocol }) => listens.length === 0 && protocol === "http",
		),
	};
}

export function listensOn(
	{ listens, byDefault }: ListeningNginx,
	port: number,
	protocol: "tcp" | "udp" = "tcp",
): boolean {
	return (
		(byDefault && port === 80 && protocol === "tcp") ||
		listens.some(
			(listen) =>
				listen.port !== undefined &&
				listen.port.value <= port &&
				port <= (listen.portEnd ?? listen.port.value) &&
				// A QUIC listener takes UDP; with it the same port is there for TCP only if another says so.
				listen.udp === (protocol === "udp"),
		)
	);
}
