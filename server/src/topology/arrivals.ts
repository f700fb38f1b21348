/** Which requests arrive at a service or PM2 app, and on which way: through which pass directive and upstream. */

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
	return arrivals(project, (route) => appsBehind(route).includes(app));
}

/** By its name in the network, or through a port that it publishes on the host. */
export function arrivalsAtService(
	project: Project,
	service: Service,
): readonly Arrival[] {
	return arrivals(
		project,
		({ target, listeners }) =>
			(target.kind === "service" && target.service.name === service.name) ||
			listeners.some(
				({ by }) => by.kind === "published" && by.service.name === service.name,
			),
	);
}

function arrivals(
	project: Project,
	reaches: (route: Route) => boolean,
): readonly Arrival[] {
	return project.nginxes.flatMap((nginx) =>
		nginx.routes.filter(reaches).flatMap((route): readonly Arrival[] => {
			const { from } = route;
			if (from.kind === "pass")
				return [{ nginx, pass: from.pass, upstream: undefined, route }];
			return passesTo(nginx, from.upstream).map((pass) => ({
				nginx,
				pass,
				upstream: from,
				route,
			}));
		}),
	);
}

/** The PM2 apps that answer at the end of a route. */
export function appsBehind({ listeners }: Route): readonly RunningApp[] {
	return [
		...new Set(
			listeners.flatMap(({ by }) => (by.kind === "pm2" ? [by.app] : [])),
		),
	];
}

/** The ends of a pass directive's ways: its own routes, or those of the servers of the upstreams that it names. */
export function routesBehind(nginx: Nginx, pass: Pass): readonly Route[] {
	const own = nginx.routes.filter(
		({ from }) => from.kind === "pass" && from.pass === pass,
	);
	return own.flatMap((route): readonly Route[] => {
		const { target } = route;
		if (target.kind !== "upstream") return [route];
		return nginx.routes.filter(
			({ from }) => from.kind === "server" && from.upstream === target.upstream,
		);
	});
}

/** The pass directives that name the upstream. */
export function passesTo(nginx: Nginx, upstream: Upstream): readonly Pass[] {
	const passes = nginx.routes.flatMap(({ from, target }) =>
		from.kind === "pass" &&
		target.kind === "upstream" &&
		target.upstream === upstream
			? [from.pass]
			: [],
	);
	return [...new Set(passes)];
}
