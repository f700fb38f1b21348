import { insertParameters } from "../languages/nginx/edit-parameters.ts";
import type { Upstream, UpstreamServer } from "../languages/nginx/facts.ts";
import { childrenOf, find, flag, parameter } from "../languages/nginx/find.ts";
import { appsBehind, serverRoutes } from "../topology/arrivals.ts";
import type { Nginx } from "../topology/model.ts";
import { unusedUpstreams } from "../topology/unused-upstreams.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamHealthCheck: Rule = {
	id: "upstream-health-check",
	severity: "info",
	summary:
		"Servers of an upstream with several servers say nothing of when nginx leaves one out.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const unused = unusedUpstreams(nginx);
			for (const upstream of nginx.facts.upstreams) {
				if (unused.includes(upstream)) continue;
				const found = finding(nginx, upstream);
				if (found) yield found;
			}
		}
	},
};

function finding(nginx: Nginx, upstream: Upstream): Finding | undefined {
	const { name, servers, directive } = upstream;
	if (servers.length < 2 || find(childrenOf(directive), "include"))
		return undefined;
	if (reachesPm2(nginx, upstream)) return undefined;
	const lacking = servers.flatMap((server) => {
		const words = missing(server, servers);
		return words.length > 0 ? [{ server, words }] : [];
	});
	const [first] = lacking;
	if (!first) return undefined;
	const hosts = lacking.map(({ server }) => server.address.text).join(", ");
	return {
		message: `Upstream ${name.text} leaves it to nginx's defaults when a failed server is left out (${hosts}): one failure is enough, for 10 s.`,
		at: name.at,
		related: lacking.map(({ server }) => ({
			at: server.address.at,
			message: `${server.address.text} has no ${missingNames(server).join(" and no ")}`,
		})),
		fixes: [
			{
				title: `Add ${first.words.join(" ")} to ${lacking.length === 1 ? "the server" : "the servers"} of ${name.text}`,
				preferred: true,
				edits: () =>
					lacking.map(({ server, words }) => insertParameters(server, words)),
			},
		],
	};
}

/** The ports of one PM2 go down together: there max_fails makes a restart longer (semantics 25), which upstream-restart-outage says. */
function reachesPm2(nginx: Nginx, upstream: Upstream): boolean {
	return serverRoutes(nginx, upstream).some(
		(route) => appsBehind(route).length > 0,
	);
}

const standard = { max_fails: "3", fail_timeout: "30s" } as const;

/** The parameters that it lacks, with the values of the other lines, else of the guide. */
function missing(
	server: UpstreamServer,
	servers: readonly UpstreamServer[],
): readonly string[] {
	return missingNames(server).map((name) => {
		const others = servers.flatMap((each) => parameter(each, name) ?? []);
		return `${name}=${others[0]?.value ?? standard[name]}`;
	});
}

function missingNames(
	server: UpstreamServer,
): readonly (keyof typeof standard)[] {
	const value = (name: string) => parameter(server, name)?.value;
	// Never left out, or never tried: the other parameter means nothing.
	if (value("max_fails") === "0" || flag(server, "down")) return [];
	return (["max_fails", "fail_timeout"] as const).filter(
		(name) => value(name) === undefined,
	);
}
