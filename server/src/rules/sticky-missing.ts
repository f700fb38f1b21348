import { insertFirst } from "../languages/nginx/edit.ts";
import type { Upstream } from "../languages/nginx/facts.ts";
import { flag } from "../languages/nginx/find.ts";
import { addressKey } from "../languages/nginx/same-address.ts";
import { replace } from "../text/edit.ts";
import { appsBehind, serverRoutes } from "../topology/arrivals.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { stickyDefeated } from "../topology/sticky-defeated.ts";
import { textOf } from "../topology/text-of.ts";
import { webSocketEvidence } from "../topology/websocket-evidence.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { isStatefulScaled } from "./stateful-scaled.ts";

export const stickyMissing: Rule = {
	id: "sticky-missing",
	severity: "warning",
	summary:
		"Socket.IO goes to several servers, and nothing keeps a session at one of them.",
	reads: "topology",

	*check(project) {
		if (project.webSocketOnly) return;
		for (const nginx of project.nginxes) {
			const said = new Set<Upstream>();
			for (const route of nginx.routes) {
				const found = finding(route, nginx, project);
				const { target } = route;
				if (!found) continue;
				// Several locations may lead to one upstream.
				if (target.kind === "upstream") {
					if (said.has(target.upstream)) continue;
					said.add(target.upstream);
				}
				yield found;
			}
		}
	},
};

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	if (route.from.kind !== "pass") return undefined;
	const { pass } = route.from;
	const { target } = route;
	const upstream = target.kind === "upstream" ? target.upstream : undefined;
	if (upstream && isSticky(upstream)) return undefined;
	const servers = upstream ? serverRoutes(nginx, upstream) : [route];
	const several = severalProcesses(servers, upstream);
	if (!several || servers.some((each) => isOthers(each, project)))
		return undefined;
	const evidence = webSocketEvidence(project, nginx, pass);
	if (evidence?.kind !== "socket.io") return undefined;
	const where = pass.location
		? `location ${pass.location.pattern.value}`
		: "this server";
	return {
		message: `${where} serves Socket.IO by ${upstream ? `upstream ${upstream.name.text}` : route.address.text}, ${several}, and nothing keeps a session at one of them: polling requests meet another ("Session ID unknown").`,
		at: upstream?.name.at ?? route.address.at,
		severity: evidence.package ? "error" : "warning",
		related: [
			{
				at: pass.location?.pattern.at ?? route.address.at,
				message: `${where} serves Socket.IO`,
			},
			...(evidence.package
				? [
						{
							at: evidence.package.at,
							message: `package.json has ${evidence.package.name}`,
						},
					]
				: []),
		],
		fixes: upstream ? stickyFixes(upstream, project) : [],
	};
}

function isSticky({ balancing }: Upstream): boolean {
	return /^(ip_hash|hash|sticky)$/.test(balancing?.name.text ?? "");
}

/** In words; undefined where there is one process, as far as is known. */
function severalProcesses(
	routes: readonly Route[],
	upstream: Upstream | undefined,
): string | undefined {
	const active = (upstream?.servers ?? []).filter(
		(server) => !flag(server, "backup") && !flag(server, "down"),
	);
	const addresses = new Set(active.map(addressKey));
	if (addresses.size > 1) return `which has ${addresses.size} servers`;
	for (const { target } of routes) {
		const replicas =
			target.kind === "service" ? target.service.replicas : undefined;
		if (replicas && replicas.count > 1 && target.kind === "service")
			return `${target.service.name} with ${replicas.count} replicas`;
	}
	return undefined;
}

/** What stateful-scaled and sticky-defeated say already. */
function isOthers(route: Route, project: Project): boolean {
	const { target } = route;
	return (
		(target.kind === "service" &&
			isStatefulScaled(target.service.name, project)) ||
		appsBehind(route).some(
			(app) =>
				stickyDefeated(app, project) !== undefined ||
				isStatefulScaled(app.name, project),
		)
	);
}

/** nginx refuses backup servers behind ip_hash (semantics 33). */
function stickyFixes(upstream: Upstream, project: Project): readonly Fix[] {
	if (upstream.servers.some((server) => flag(server, "backup"))) return [];
	const { balancing, directive } = upstream;
	const { path } = directive.at;
	return [
		{
			title: `Put ip_hash first in upstream ${upstream.name.text}`,
			preferred: true,
			edits: () => {
				if (balancing) return [replace(balancing.at, "ip_hash;")];
				const first = insertFirst(textOf(project, path), directive, [
					"ip_hash;",
				]);
				return first ? [first] : [];
			},
		},
	];
}
