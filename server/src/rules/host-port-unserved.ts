import { appsBehind, passesTo, serverRoutes } from "../topology/arrivals.ts";
import { hostApps, unservedRoutes } from "../topology/host-ports.ts";
import { alike } from "../topology/likeness.ts";
import type { Listener, Nginx, Project, Route } from "../topology/model.ts";
import { appListeners } from "../topology/network/listeners.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { sendToPort } from "./send-to.ts";

export const hostPortUnserved: Rule = {
	id: "host-port-unserved",
	severity: "warning",
	summary:
		"nginx sends to a port of the host that no PM2 app and no published port opens.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const route of unservedRoutes(project, nginx)) {
				// With a sibling that reaches an app the question is how many servers it has.
				if (
					!siblings(route, nginx).some((route) => appsBehind(route).length > 0)
				)
					yield finding(route, nginx, project);
			}
		}
	},
};

function siblings(route: Route, nginx: Nginx): readonly Route[] {
	const { from } = route;
	if (from.kind !== "server") return [];
	return serverRoutes(nginx, from.upstream).filter((other) => other !== route);
}

function finding(route: Route, nginx: Nginx, project: Project): Finding {
	const open = hostApps(project).flatMap(appListeners);
	const near = nearest(route, open);
	const unused =
		route.from.kind === "server" &&
		passesTo(nginx, route.from.upstream).length === 0;
	return {
		message: `nginx sends to ${route.address.text}, but nothing in the workspace listens on port ${route.port} of the host; PM2 opens ${list(open)}. Requests get 502.`,
		at: route.address.port?.at ?? route.address.at,
		...(unused ? { severity: "hint" as const } : {}),
		related: open.map((listener) => ({
			at: listener.at,
			message: `PM2 app ${appName(listener)} listens on ${listener.port}`,
		})),
		fixes: near ? [usePort(route, near, project)] : [],
	};
}

/** The app whose name is like the upstream's or location's, else the one whose port is nearest. */
function nearest(
	route: Route,
	open: readonly Listener[],
): { listener: Listener; sure: boolean } | undefined {
	const name =
		route.from.kind === "server" ? route.from.upstream.name.text : undefined;
	const [byName] = name
		? open.filter((listener) => alike(name, appName(listener)))
		: [];
	if (byName) return { listener: byName, sure: true };
	const distance = ({ port }: Listener) => Math.abs(port - (route.port ?? 0));
	const [byNumber] = [...open].sort((a, b) => distance(a) - distance(b));
	return byNumber && { listener: byNumber, sure: false };
}

function usePort(
	route: Route,
	near: { listener: Listener; sure: boolean },
	project: Project,
): Fix {
	const { port } = near.listener;
	return {
		title: `Send to port ${port}, where PM2 app ${appName(near.listener)} listens`,
		preferred: near.sure,
		edits: () => sendToPort(route.address, port, project),
	};
}

function appName(listener: Listener): string {
	return listener.by.kind === "pm2" ? listener.by.app.name : "";
}

function list(open: readonly Listener[]): string {
	const named = open.map(
		(listener) => `${listener.port} (${appName(listener)})`,
	);
	return [...new Set(named)].join(", ");
}
