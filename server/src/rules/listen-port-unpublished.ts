import { appendTo } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import type { Server } from "../languages/nginx/facts.ts";
import { find } from "../languages/nginx/find.ts";
import { imagePath } from "../topology/image-path.ts";
import type { Project } from "../topology/model.ts";
import { isLoopback } from "../topology/network/loopback.ts";
import { nginxIn, publishedTo } from "../topology/published-to.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const listenPortUnpublished: Rule = {
	id: "listen-port-unpublished",
	severity: "info",
	summary:
		"nginx listens on a port that its service does not publish, beside others that it does.",
	reads: "topology",

	*check(project) {
		for (const { service } of project.compose?.containers.values() ?? []) {
			// Without any it is for other services, or for a proxy in front of it.
			const isOpen = service.ports.some(({ open }) => open.length > 0);
			if (service.networkMode || service.ports.length === 0 || isOpen) continue;
			yield* findings(service, project);
		}
	},
};

function* findings(service: Service, project: Project): Iterable<Finding> {
	const inside = nginxIn(service, project);
	const said = new Set<number>();
	for (const server of inside?.nginx.facts.servers ?? []) {
		if (server.protocol !== "http" || isInternal(server)) continue;
		for (const { port, ssl, udp, address } of server.listens) {
			if (
				!port ||
				udp ||
				said.has(port.value) ||
				!(ssl || port.value === 80) ||
				(address !== undefined && isLoopback(address)) ||
				publishedTo(service, port.value).length > 0 ||
				service.expose.some(({ value }) => value === port.value) ||
				isNamed(service, port.value, project) ||
				imagePath(port.at.path) !== undefined
			)
				continue;
			said.add(port.value);
			yield {
				message: `nginx listens on port ${port.value}${ssl ? " with TLS" : ""}, but service ${service.name} publishes only ${service.ports.map(({ target }) => target.value).join(", ")}: nobody outside reaches it.`,
				at: port.at,
				related: service.ports
					.slice(0, 1)
					.map(({ at }) => ({ at, message: "what is published" })),
				fixes: [
					{
						title: `Publish port ${port.value} of service ${service.name}`,
						edits: () =>
							appendTo(
								textOf(project, service.body.at.path),
								service.body,
								["ports"],
								`${port.value}:${port.value}`,
							),
					},
				],
			};
		}
	}
}

/** Status pages and the like say who may ask. */
function isInternal({ directives, locations }: Server): boolean {
	const restricts = (level: Server["directives"]) =>
		find(level, "allow") !== undefined || find(level, "deny") !== undefined;
	return (
		restricts(directives) ||
		(locations.length > 0 &&
			locations.every((location) => restricts(location.directives)))
	);
}

function isNamed(service: Service, port: number, project: Project): boolean {
	return project.nginxes.some(({ routes }) =>
		routes.some(
			(route) =>
				route.target.kind === "service" &&
				route.target.service.name === service.name &&
				route.port === port,
		),
	);
}
