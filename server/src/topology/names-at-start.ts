/** The services whose names an nginx looks up when it starts. */

import { oncePer } from "../collections/once-per.ts";
import type { Service } from "../languages/compose/facts.ts";
import type { Compose, Nginx, Route } from "./model.ts";
import { resolvesAtStart } from "./used.ts";

/** Each with the addresses that name it; none of an nginx that runs outside of the network. */
export function servicesAtStart({
	site,
	routes,
}: Nginx): ReadonlyMap<Service, readonly Route[]> {
	const found = new Map<Service, Route[]>();
	if (site.kind !== "container") return found;
	for (const route of routes) {
		const { target } = route;
		if (
			target.kind !== "service" ||
			target.service.name === site.service.name ||
			!resolvesAtStart(route)
		)
			continue;
		const known = found.get(target.service);
		if (known) known.push(route);
		else found.set(target.service, [route]);
	}
	return found;
}

/** Whether compose creates `other` before the service, by depends_on, links and shared namespaces. */
export function startsAfter(
	service: Service,
	other: Service,
	compose: Compose,
): boolean {
	return startedBefore(service, compose).has(other.name);
}

/** The names of all that it waits for, itself or by others. */
function startedBefore(
	service: Service,
	{ services }: Compose,
): ReadonlySet<string> {
	const known = waits(services);
	const found = known.get(service) ?? new Set(directly(service));
	if (known.has(service)) return found;
	known.set(service, found);
	// A set grows while it is walked: what is added is visited too.
	for (const name of found) {
		const next = services.get(name);
		for (const each of next ? directly(next) : []) found.add(each);
	}
	return found;
}

const waits = oncePer(
	(_: Compose["services"]) => new Map<Service, Set<string>>(),
);

function directly({
	dependsOn,
	links,
	networkMode,
}: Service): readonly string[] {
	return [
		...dependsOn.map(({ service }) => service),
		...links.map(({ service }) => service),
		...(networkMode?.kind === "service" ? [networkMode.service] : []),
	];
}
