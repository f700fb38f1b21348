/** The addresses that lead somewhere from where an nginx runs. */

import type { Listener, Nginx, Project } from "../model.ts";
import { onHost } from "./listeners.ts";
import { shareNetwork } from "./names.ts";
import { networkNamespace } from "./namespace.ts";

export interface Reachable {
	readonly host: string;
	readonly port: number;
	/** The strongest evidence that somebody answers there. */
	readonly listener: Listener;
}

/** Services of its networks first, then what answers on the host; each address once. */
export function reachable(
	{ site }: Pick<Nginx, "site">,
	project: Project,
): readonly Reachable[] {
	if (onHost(site)) return onMachine("127.0.0.1", project);
	const { compose } = project;
	if (site.kind !== "container" || !compose) return [];
	const namespace = networkNamespace(site.service, compose);
	if (namespace.kind === "unknown") return [];
	const services = [...compose.containers.values()].filter(
		({ service }) =>
			service.name !== site.service.name &&
			shareNetwork(namespace.service, service),
	);
	return [
		...services.flatMap(({ service, listeners }) =>
			listeners.map((listener) => ({
				host: service.name,
				port: listener.port,
				listener,
			})),
		),
		...onMachine("host.docker.internal", project).filter(
			({ listener: { by } }) =>
				by.kind !== "published" || by.service.name !== site.service.name,
		),
	].filter(isFirst);
}

function onMachine(host: string, project: Project): readonly Reachable[] {
	return project.host
		.filter(({ by }) => by.kind !== "nginx")
		.map((listener) => ({ host, port: listener.port, listener }))
		.filter(isFirst);
}

function isFirst(
	each: Reachable,
	index: number,
	all: readonly Reachable[],
): boolean {
	return (
		all.findIndex(
			({ host, port }) => host === each.host && port === each.port,
		) === index
	);
}
