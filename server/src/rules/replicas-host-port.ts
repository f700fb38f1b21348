import type { PublishedPort } from "../languages/compose/facts.ts";
import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { isForSwarm } from "../topology/swarm.ts";
import { textOf } from "../topology/text-of.ts";
import type { Fix, Rule } from "./rule.ts";

export const replicasHostPort: Rule = {
	id: "replicas-host-port",
	severity: "error",
	summary: "A service with several replicas publishes one fixed host port.",
	reads: "topology",

	*check(project) {
		if (!project.compose || isForSwarm(project.compose)) return;
		for (const service of project.compose.services.values()) {
			const { name, replicas, ports, networkMode } = service;
			if (!replicas || replicas.count < 2 || replicas.open.length > 0) continue;
			// With the host's network compose discards `ports` (semantics 63).
			if (networkMode?.kind === "host") continue;
			for (const port of ports) {
				if (!port.published || port.open.length > 0) continue;
				const room =
					(port.publishedEnd ?? port.published.value) -
					port.published.value +
					1;
				if (room >= replicas.count) continue;
				yield {
					message: `Service ${name} runs ${replicas.count} replicas, but ${room === 1 ? `host port ${port.published.value} goes` : `${room} host ports go`} to ${room === 1 ? "one" : `${room}`} of them only: the others do not start ("port is already allocated").`,
					at: port.at,
					related: [{ at: replicas.at, message: `${replicas.count} replicas` }],
					fixes: [dropHostPort(port, project)].filter(
						(fix) => fix !== undefined,
					),
				};
			}
		}
	},
};

/** `"8080:3000"` to `"3000"`: each replica gets a free port of the host, and nginx reaches all by the service's name. */
function dropHostPort(
	{ at, target, protocol }: PublishedPort,
	project: Project,
): Fix | undefined {
	const written = textOf(project, at.path).slice(at.start, at.end);
	const short = /^(["']?)(?:[\d.]+:)?\d+(?:-\d+)?:(\d+)((?:\/\w+)?)\1$/.exec(
		written,
	);
	if (!short) return undefined;
	const [, quote = ""] = short;
	const suffix = protocol === "tcp" ? "" : `/${protocol}`;
	return {
		title: `Publish port ${target.value} on free ports of the host`,
		preferred: true,
		edits: () => [
			replace(at, `${quote || '"'}${target.value}${suffix}${quote || '"'}`),
		],
	};
}
