import type { Service } from "../languages/compose/facts.ts";
import type { Route } from "../topology/model.ts";
import { servicesAtStart } from "../topology/names-at-start.ts";
import type { Finding, Rule } from "./rule.ts";

export const replicasStaleDns: Rule = {
	id: "replicas-stale-dns",
	severity: "info",
	summary:
		"nginx resolves the name of a replicated service once, when it starts, and never learns of other replicas.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const [service, routes] of servicesAtStart(nginx)) {
				const found = finding(service, routes);
				if (found) yield found;
			}
		}
	},
};

function finding(
	service: Service,
	[first, ...others]: readonly Route[],
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
	};
}
