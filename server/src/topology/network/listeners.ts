/**
 * Who listens: on the host's ports, and in each container, with what says so. A container may
 * always listen on more than is known; nothing here claims that a port is closed.
 */

import type { ComposeModel, Service } from "../../languages/compose/facts.ts";
import type { Place } from "../../text/place.ts";
import type {
	Evidence,
	Listener,
	Nginx,
	RunningApp,
	RunningEcosystem,
	Site,
} from "../model.ts";

/** Strong evidence first. */
const strength: Readonly<Record<Evidence, number>> = {
	pm2: 0,
	nginx: 1,
	published: 2,
	environment: 3,
	command: 4,
	healthcheck: 5,
	"image-expose": 6,
	ports: 7,
	expose: 8,
	"image-default": 9,
};

/** Whether the process shares the host's network. */
export function onHost(site: Site): boolean {
	return site.kind === "host" || site.kind === "host-network";
}

/** Everything of the workspace that answers on a port of the host. */
export function hostListeners(
	compose: ComposeModel | undefined,
	ecosystems: readonly RunningEcosystem[],
	nginxes: readonly Pick<Nginx, "path" | "site" | "facts">[],
): readonly Listener[] {
	const apps = ecosystems
		.filter(({ site }) => onHost(site))
		.flatMap(({ apps }) => apps);
	return [
		...apps.flatMap(appListeners),
		...[...(compose?.services.values() ?? [])].flatMap(publishedListeners),
		...nginxes.filter(({ site }) => onHost(site)).flatMap(nginxListeners),
	];
}

/** Everything that answers in the service's own network namespace, strongest evidence first. */
export function containerListeners(
	service: Service,
	ecosystems: readonly RunningEcosystem[],
	nginxes: readonly Pick<Nginx, "path" | "site" | "facts">[],
	image: readonly Listener[],
): readonly Listener[] {
	const inside = ({ site }: { readonly site: Site }) =>
		site.kind === "container" && site.service.name === service.name;
	const all = [
		...ecosystems
			.filter(inside)
			.flatMap(({ apps }) => apps.flatMap(appListeners)),
		...nginxes.filter(inside).flatMap(nginxListeners),
		...environmentListeners(service),
		...portsListeners(service),
		...image,
	];
	return all.sort((a, b) => strength[a.evidence] - strength[b.evidence]);
}

export function appListeners(app: RunningApp): Listener[] {
	return app.runtime.ports.map(({ port, at, when }) => ({
		port,
		by: { kind: "pm2", app },
		evidence: "pm2",
		at,
		when,
	}));
}

function publishedListeners(service: Service): Listener[] {
	// With the host's network compose discards `ports` (semantics 63).
	if (service.networkMode?.kind === "host") return [];
	return service.ports.flatMap((published) => {
		const first = published.published;
		if (!first || published.protocol !== "tcp") return [];
		const last = published.publishedEnd ?? first.value;
		return range(first.value, last).map(
			(port): Listener => ({
				port,
				by: { kind: "published", service, published },
				evidence: "published",
				at: first.at,
				when: [],
			}),
		);
	});
}

function nginxListeners(nginx: Pick<Nginx, "path" | "facts">): Listener[] {
	return nginx.facts.servers.flatMap((server) =>
		server.listens.flatMap((listen): Listener[] =>
			listen.port
				? [
						{
							port: listen.port.value,
							by: { kind: "nginx", nginx: nginx.path, listen },
							evidence: "nginx",
							at: listen.port.at,
							when: [],
						},
					]
				: [],
		),
	);
}

/** `PORT` by exactly that name; `REDIS_PORT` says where something else listens. */
function environmentListeners(service: Service): Listener[] {
	const variable = service.environment.get("PORT");
	const port = Number(variable?.value);
	if (!variable || !isPort(port)) return [];
	return [serviceListener(service, port, "environment", variable.valueAt)];
}

function portsListeners(service: Service): Listener[] {
	return [
		...service.ports
			.filter(({ protocol }) => protocol === "tcp")
			.map(({ target }) =>
				serviceListener(service, target.value, "ports", target.at),
			),
		...service.expose.map(({ value, at }) =>
			serviceListener(service, value, "expose", at),
		),
	];
}

export function serviceListener(
	service: Service,
	port: number,
	evidence: Evidence,
	at: Place,
): Listener {
	return { port, by: { kind: "service", service }, evidence, at, when: [] };
}

function isPort(port: number): boolean {
	return Number.isInteger(port) && port > 0 && port < 65536;
}

function range(first: number, last: number): number[] {
	return Array.from(
		{ length: Math.min(last - first, 1000) + 1 },
		(_, i) => first + i,
	);
}
