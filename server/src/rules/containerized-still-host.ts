import { type BehindHost, serviceBehindHost } from "../topology/behind-host.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { canNameService, isUsed } from "../topology/used.ts";
import type { Finding, Rule } from "./rule.ts";
import { hostAndPort, sendTo } from "./send-to.ts";

export const containerizedStillHost: Rule = {
	id: "containerized-still-host",
	severity: "warning",
	summary:
		"nginx in compose goes through the host to a service of its own project.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const route of nginx.routes) {
				const behind = serviceBehindHost(route, nginx, project);
				if (behind && !isLoopbackPublished(behind))
					yield finding(behind, route, nginx, project);
			}
		}
	},
};

/** That one is host-loopback-published's. */
function isLoopbackPublished({ by, listener }: BehindHost): boolean {
	return (
		by === "published" &&
		listener.by.kind === "published" &&
		listener.by.published.hostIp !== undefined
	);
}

function finding(
	{ service, port, by, listener }: BehindHost,
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding {
	const { address } = route;
	const message =
		by === "published"
			? `nginx sends to ${address.text}, through the host and back to service ${service.name} of the same project, which it reaches directly as ${service.name}:${port}.`
			: by === "listens"
				? `nginx sends to ${address.text}, but on the host nothing listens on port ${route.port}: service ${service.name} does, in its container, and requests get 502.`
				: `nginx sends to ${address.text}; service ${service.name} of the same project has the name and port ${port}: if it is meant, nothing listens on the host.`;
	return {
		message,
		at: address.at,
		severity: by === "listens" && isUsed(route, nginx) ? "warning" : "info",
		related: [
			{
				at: listener.at,
				message: `service ${service.name}, port ${port} in its container`,
			},
		],
		fixes: canNameService(route)
			? [
					{
						title: `Send to ${service.name}:${port}`,
						preferred: by === "listens",
						edits: () =>
							sendTo(
								address,
								hostAndPort(service.name, port, address),
								project,
							),
					},
				]
			: [],
	};
}
