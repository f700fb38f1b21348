/** The service of the same project that nginx in a container means when it goes through the host. */

import type { Service } from "../languages/compose/facts.ts";
import { alike } from "./likeness.ts";
import type { Listener, Nginx, Project, Route } from "./model.ts";
import { shareNetwork } from "./network/names.ts";
import { refusedListeners } from "./pm2-refused.ts";
import { isStrong } from "./strong-evidence.ts";

export interface BehindHost {
	readonly service: Service;
	/** Its port in the network. */
	readonly port: number;
	/** What says so: it publishes the port, it listens on it, or only its name is like the upstream's. */
	readonly by: "published" | "listens" | "name";
	readonly listener: Listener;
}

/** None where a PM2 app or something else of the host serves the port. */
export function serviceBehindHost(
	route: Route,
	{ site }: Nginx,
	project: Project,
): BehindHost | undefined {
	const { target, listeners, port, from } = route;
	if (
		site.kind !== "container" ||
		target.kind !== "host" ||
		target.via !== "gateway"
	)
		return undefined;
	const [first] = listeners;
	if (first) {
		if (!listeners.every(({ by }) => by.kind === "published")) return undefined;
		if (first.by.kind !== "published") return undefined;
		const { service, published } = first.by;
		return isNear(site.service, service)
			? {
					service,
					port: published.target.value,
					by: "published",
					listener: first,
				}
			: undefined;
	}
	const near = [...(project.compose?.containers.values() ?? [])].filter(
		({ service }) => isNear(site.service, service),
	);
	const sure = near.flatMap(({ service, listeners }) => {
		const listener = listeners.find(
			(each) => each.port === port && isStrong(each),
		);
		return listener ? [{ service, listener }] : [];
	});
	const [listening, ...others] = sure;
	// An app that PM2 does not start may be meant.
	if (refusedListeners(route, project).length > 0) return undefined;
	if (listening && port !== undefined)
		return others.length === 0
			? { ...listening, port, by: "listens" }
			: undefined;
	if (from.kind !== "server" || project.ecosystems.length > 0) return undefined;
	const name = from.upstream.name.text;
	const named = near.filter(({ service }) => alike(service.name, name));
	const [own] = named;
	const listener = own?.listeners.find((each) => each.port === port);
	return own && listener && named.length === 1
		? { service: own.service, port: listener.port, by: "name", listener }
		: undefined;
}

function isNear(own: Service, other: Service): boolean {
	return own.name !== other.name && shareNetwork(own, other);
}
