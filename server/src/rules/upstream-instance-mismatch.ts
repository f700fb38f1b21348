import { insertAfter, removeDirective } from "../languages/nginx/edit.ts";
import type { Upstream } from "../languages/nginx/facts.ts";
import { appsBehind, serverRoutes } from "../topology/arrivals.ts";
import { unservedRoutes } from "../topology/host-ports.ts";
import { instancesOf } from "../topology/instances.ts";
import type { Nginx, Project, Route, RunningApp } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const upstreamInstanceMismatch: Rule = {
	id: "upstream-instance-mismatch",
	severity: "warning",
	summary:
		"The server lines of an upstream and the instances of the PM2 app behind it do not match.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const unserved = new Set(unservedRoutes(project, nginx));
			for (const group of groups(nginx)) {
				const apps = [...new Set(group.routes.flatMap(appsBehind))];
				const [app] = apps;
				if (!app) continue;
				const dead = group.routes.filter((route) => unserved.has(route));
				for (const route of dead) {
					const found = deadServer(route, group, app, project);
					if (found) yield found;
				}
				for (const each of apps)
					yield* unnamedInstances(each, group, nginx, project);
				if (apps.length === 1) yield* fewerServers(app, group, project);
			}
		}
	},
};

interface Group {
	readonly upstream: Upstream;
	/** Its server lines. */
	readonly routes: readonly Route[];
}

function groups(nginx: Nginx): readonly Group[] {
	return nginx.facts.upstreams.map((upstream) => ({
		upstream,
		routes: serverRoutes(nginx, upstream),
	}));
}

/** A server line for a port that no instance opens. */
function deadServer(
	route: Route,
	{ routes, upstream }: Group,
	app: RunningApp,
	project: Project,
): Finding | undefined {
	const { port } = route;
	const instances = instancesOf(app);
	const matching = instances.most === routes.length && !app.runtime.perInstance;
	// Declared: the application gives each instance a port of its own.
	if (matching && project.settings.portStrategy === "perInstance")
		return undefined;
	const open = portsText(app);
	return {
		message: matching
			? `nginx sends to ${route.address.text}, but PM2 opens only ${open} for the ${instances.text} of ${app.name}: port ${port} answers only if the application itself listens there, by NODE_APP_INSTANCE.`
			: `nginx sends to ${route.address.text}, but PM2 app ${app.name} listens on ${open}: each request that upstream ${upstream.name.text} tries there fails first, and all do while the other is away.`,
		at: route.address.port?.at ?? route.address.at,
		severity: matching ? "info" : "warning",
		related: [
			{
				at: app.app.nameAt,
				message: `PM2 app ${app.name}: ${instances.text} on ${open}`,
			},
		],
		fixes: [removeServer(route, !matching, project)],
	};
}

/** Instances on ports of their own that get no request, because no server line names them. */
function* unnamedInstances(
	app: RunningApp,
	group: Group,
	nginx: Nginx,
	project: Project,
): Iterable<Finding> {
	if (!app.runtime.perInstance) return;
	const named = new Set(
		nginx.routes
			.filter((route) => appsBehind(route).includes(app))
			.map(({ port }) => port),
	);
	const unnamed = app.runtime.ports.filter(({ port }) => !named.has(port));
	const mine = group.routes.filter((route) => appsBehind(route).includes(app));
	const [first] = unnamed;
	const last = mine.at(-1);
	if (!first || !last) return;
	const ports = [...new Set(unnamed.map(({ port }) => port))];
	yield {
		message: `PM2 app ${app.name} opens ${portsText(app)}, one port for each instance, but upstream ${group.upstream.name.text} names ${[...named].join(", ")}: ${ports.length === 1 ? `the instance on ${ports[0]} gets` : `the instances on ${ports.join(", ")} get`} no requests.`,
		at: last.address.at,
		related: [{ at: first.at, message: `${app.name}'s ports begin here` }],
		fixes: [addServers(last, ports, project)],
	};
}

/** With a port for each instance agreed on, a server line for each instance is missing or too much. */
function* fewerServers(
	app: RunningApp,
	{ routes, upstream }: Group,
	project: Project,
): Iterable<Finding> {
	if (
		project.settings.portStrategy !== "perInstance" ||
		app.runtime.perInstance
	)
		return;
	const instances = instancesOf(app);
	if (
		instances.most === undefined ||
		!instances.at ||
		instances.most === routes.length
	)
		return;
	yield {
		message: `PM2 runs ${instances.text} of ${app.name}, each on a port of its own by the setting pm2.portStrategy, but upstream ${upstream.name.text} has ${count(routes.length, "server line")}.`,
		at: instances.at,
		related: routes.map(({ address }) => ({
			at: address.at,
			message: "nginx sends here",
		})),
		fixes: [],
	};
}

function removeServer(route: Route, preferred: boolean, project: Project): Fix {
	const { from, address } = route;
	return {
		title: `Remove server ${route.address.text}`,
		preferred,
		edits: () =>
			from.kind === "server"
				? [
						removeDirective(
							textOf(project, address.at.path),
							from.server.directive,
						),
					]
				: [],
	};
}

/** max_fails=0: a restart of the app takes all its instances away at once, and nginx would keep away from them for fail_timeout after they are back (semantics 25). */
function addServers(
	after: Route,
	ports: readonly number[],
	project: Project,
): Fix {
	const { from, address } = after;
	return {
		title: `Add ${ports.length === 1 ? "a server line" : "server lines"} for port ${ports.join(", ")}`,
		preferred: true,
		edits: () => {
			if (from.kind !== "server") return [];
			const host = address.text.slice(
				0,
				address.text.length - `${after.port}`.length,
			);
			const kept = from.server.parameters
				.map(({ text }) => text)
				.filter((text) => !/^(max_fails|fail_timeout)=|^backup$/.test(text));
			const lines = ports.map((port) =>
				["server", `${host}${port}`, ...kept, "max_fails=0"].join(" "),
			);
			return [
				insertAfter(
					textOf(project, address.at.path),
					from.server.directive,
					lines.map((line) => `${line};`),
				),
			];
		},
	};
}

function portsText(app: RunningApp): string {
	const ports = [...new Set(app.runtime.ports.map(({ port }) => port))];
	return ports.length === 1 ? `port ${ports[0]}` : `ports ${ports.join(", ")}`;
}

function count(n: number, thing: string): string {
	return n === 1 ? `1 ${thing}` : `${n} ${thing}s`;
}
