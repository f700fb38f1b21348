/** Which requests arrive at a service or PM2 app, and on which way: through which pass directive and upstream. */

import { oncePer } from "../collections/once-per.ts";
import type { Service } from "../languages/compose/facts.ts";
import type {
	Pass,
	Upstream,
	UpstreamServer,
} from "../languages/nginx/facts.ts";
import type { Nginx, Project, Route, RunningApp } from "./model.ts";

export interface Arrival {
	readonly nginx: Nginx;
	readonly pass: Pass;
	/** Absent where the pass directive names the address itself. */
	readonly upstream:
		| { readonly upstream: Upstream; readonly server: UpstreamServer }
		| undefined;
	readonly route: Route;
}

export function arrivalsAtApp(
	project: Project,
	app: RunningApp,
): readonly Arrival[] {
	return arrivalsOf(project.nginxes).atApp.get(app) ?? [];
}

/** By its name in the network, or through a port that it publishes on the host. */
export function arrivalsAtService(
	project: Project,
	service: Service,
): readonly Arrival[] {
	return arrivalsOf(project.nginxes).atService.get(service.name) ?? [];
}

interface Arrivals {
	readonly atApp: ReadonlyMap<RunningApp, readonly Arrival[]>;
	/** By the service's name. */
	readonly atService: ReadonlyMap<string, readonly Arrival[]>;
}

const arrivalsOf = oncePer((nginxes: Project["nginxes"]): Arrivals => {
	const atApp = new Map<RunningApp, Arrival[]>();
	const atService = new Map<string, Arrival[]>();
	for (const nginx of nginxes) {
		for (const route of nginx.routes) {
			const own = waysTo(nginx, route);
			for (const app of appsBehind(route)) add(atApp, app, own);
			for (const name of servicesBehind(route)) add(atService, name, own);
		}
	}
	return { atApp, atService };
});

function waysTo(nginx: Nginx, route: Route): readonly Arrival[] {
	const { from } = route;
	if (from.kind === "pass")
		return [{ nginx, pass: from.pass, upstream: undefined, route }];
	return passesTo(nginx, from.upstream).map((pass) => ({
		nginx,
		pass,
		upstream: from,
		route,
	}));
}

function servicesBehind({ target, listeners }: Route): ReadonlySet<string> {
	const published = listeners.flatMap(({ by }) =>
		by.kind === "published" ? [by.service.name] : [],
	);
	return new Set(
		target.kind === "service" ? [target.service.name, ...published] : published,
	);
}

/** The PM2 apps that answer at the end of a route. */
export function appsBehind({ listeners }: Route): readonly RunningApp[] {
	if (!listeners.some(({ by }) => by.kind === "pm2")) return none;
	return [
		...new Set(
			listeners.flatMap(({ by }) => (by.kind === "pm2" ? [by.app] : [])),
		),
	];
}

const none: readonly RunningApp[] = [];

/** The ends of a pass directive's ways: its own routes, or those of the servers of the upstreams that it names. */
export function routesBehind(nginx: Nginx, pass: Pass): readonly Route[] {
	return (indexOf(nginx.routes).ofPass.get(pass) ?? []).flatMap(
		(route): readonly Route[] =>
			route.target.kind === "upstream"
				? serverRoutes(nginx, route.target.upstream)
				: [route],
	);
}

/** The routes of the upstream's server lines. */
export function serverRoutes(
	nginx: Pick<Nginx, "routes">,
	upstream: Upstream,
): readonly Route[] {
	return indexOf(nginx.routes).servers.get(upstream) ?? [];
}

/** The pass directives that name the upstream. */
export function passesTo(
	nginx: Pick<Nginx, "routes">,
	upstream: Upstream,
): readonly Pass[] {
	return indexOf(nginx.routes).passes.get(upstream) ?? [];
}

interface RouteIndex {
	readonly servers: ReadonlyMap<Upstream, readonly Route[]>;
	readonly passes: ReadonlyMap<Upstream, readonly Pass[]>;
	readonly ofPass: ReadonlyMap<Pass, readonly Route[]>;
}

/** Many ask, and a configuration may have thousands of routes. */
const indexOf = oncePer((routes: readonly Route[]): RouteIndex => {
	const servers = new Map<Upstream, Route[]>();
	const passes = new Map<Upstream, Set<Pass>>();
	const ofPass = new Map<Pass, Route[]>();
	for (const route of routes) {
		const { from, target } = route;
		if (from.kind === "server") {
			add(servers, from.upstream, [route]);
			continue;
		}
		add(ofPass, from.pass, [route]);
		if (target.kind !== "upstream") continue;
		const named = passes.get(target.upstream);
		if (named) named.add(from.pass);
		else passes.set(target.upstream, new Set([from.pass]));
	}
	return {
		servers,
		passes: new Map([...passes].map(([upstream, set]) => [upstream, [...set]])),
		ofPass,
	};
});

function add<K, V>(map: Map<K, V[]>, key: K, values: readonly V[]): void {
	const known = map.get(key);
	if (known) known.push(...values);
	else map.set(key, [...values]);
}
