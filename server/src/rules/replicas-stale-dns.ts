import type { Service } from "../languages/compose/facts.ts";
import { insertFirst } from "../languages/nginx/edit.ts";
import { childrenOf, find } from "../languages/nginx/find.ts";
import { insert } from "../text/edit.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { servicesAtStart } from "../topology/names-at-start.ts";
import { isForSwarm } from "../topology/swarm.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { isAtLeast } from "./version-gate.ts";

export const replicasStaleDns: Rule = {
	id: "replicas-stale-dns",
	severity: "info",
	summary:
		"nginx resolves the name of a replicated service once, when it starts, and never learns of other replicas.",
	reads: "topology",

	*check(project) {
		if (!project.compose || isForSwarm(project.compose)) return;
		for (const nginx of project.nginxes) {
			for (const [service, routes] of servicesAtStart(nginx)) {
				const found = finding(service, routes, nginx, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	service: Service,
	[first, ...others]: readonly Route[],
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { replicas } = service;
	if (!first || !replicas || replicas.count < 2) return undefined;
	return {
		message: `Service ${service.name} runs ${replicas.count} replicas, and nginx looks ${first.address.text} up once, when it starts: replicas that come or move later get no requests, and those that went are tried until nginx is reloaded.`,
		at: first.address.host.at,
		related: [
			{ at: replicas.at, message: `${replicas.count} replicas` },
			...others.map(({ address }) => ({
				at: address.at,
				message: "and looked up here",
			})),
		],
		fixes: keepFresh(first, nginx, project),
	};
}

/** Open source nginx resolves again while it runs from 1.27.3 on, with the addresses in shared memory (semantics 32). */
function keepFresh(
	{ from, address }: Route,
	nginx: Nginx,
	project: Project,
): readonly Fix[] {
	if (from.kind !== "server" || isAtLeast(nginx, "1.27.3") !== true) return [];
	const { directive, name } = from.upstream;
	const own = childrenOf(directive);
	const missing = [
		...(find(own, "zone") ? [] : [`zone ${name.text} 64k;`]),
		...(find(own, "resolver") || find(nginx.facts.http, "resolver")
			? []
			: ["resolver 127.0.0.11 valid=10s;"]),
	];
	return [
		{
			title: `Let nginx look ${address.text} up again while it runs`,
			edits: () => {
				const { path } = address.at;
				const first =
					missing.length > 0
						? insertFirst(textOf(project, path), directive, missing)
						: undefined;
				return [
					...(first ? [first] : []),
					insert(path, address.at.end, " resolve"),
				];
			},
		},
	];
}
