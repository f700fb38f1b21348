import type { Service } from "../languages/compose/facts.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { shareNetwork } from "../topology/network/names.ts";
import { canNameService, isUsed, resolvesAtStart } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import { gatewayEdits, gatewayName, hasGateway } from "./gateway-entry.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { hostAndPort, sendTo } from "./send-to.ts";

export const containerLoopback: Rule = {
	id: "container-loopback",
	severity: "error",
	summary:
		"nginx in a container sends to its own loopback, where nothing listens on that port.",
	reads: "topology",

	check: (project) => eachRoute(project, finding),
};

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { target, port, listeners, address } = route;
	if (
		target.kind !== "self" ||
		port === undefined ||
		listeners.length > 0 ||
		!nginx.complete ||
		!isAlone(target.service, project)
	)
		return undefined;
	const elsewhere = answering(target.service, port, project);
	const there = elsewhere.map(({ words }) => words);
	return {
		message: `nginx runs in service ${target.service.name}, so ${address.text} is its own container, and nothing there listens on port ${port}${there.length > 0 ? ` (${there.join(" and ")} does)` : ""}: requests get 502.`,
		at: address.at,
		...(isUsed(route, nginx) ? {} : { severity: "hint" as const }),
		related: elsewhere.map(({ related }) => related),
		fixes: elsewhere
			.filter((each) => isReachable(each, route))
			.map(
				({ title, host, port, service }, i): Fix => ({
					title,
					preferred:
						elsewhere.length === 1 || (i === 0 && service === undefined),
					edits: () => {
						const edits = sendTo(
							address,
							hostAndPort(host, port, address),
							project,
						);
						const needsEntry =
							service === undefined &&
							edits.length > 0 &&
							!hasGateway(target.service);
						return needsEntry
							? [...edits, ...gatewayEdits(target.service, project)]
							: edits;
					},
				}),
			),
	};
}

/** The host's name stands in extra_hosts, where nginx does not look for it at run time. */
function isReachable({ service }: Elsewhere, route: Route): boolean {
	return service ? canNameService(route) : resolvesAtStart(route);
}

/** Nothing but nginx listens in its container, and no other service shares its network. */
function isAlone(service: Service, { compose }: Project): boolean {
	const container = compose?.containers.get(service.name);
	return (
		container?.runsOnlyNginx === true &&
		service.networkMode === undefined &&
		[...(compose?.services.values() ?? [])].every(
			({ networkMode }) =>
				networkMode?.kind !== "service" || networkMode.service !== service.name,
		)
	);
}

interface Elsewhere {
	readonly words: string;
	readonly title: string;
	readonly host: string;
	readonly port: number;
	/** Absent: the host. */
	readonly service?: Service;
	readonly related: NonNullable<Finding["related"]>[number];
}

/** Who answers on the port outside of the container: PM2 apps on the host first. */
function answering(
	own: Service,
	port: number,
	project: Project,
): readonly Elsewhere[] {
	const app = project.host.find(
		({ by, port: open }) => by.kind === "pm2" && open === port,
	);
	const onHost: Elsewhere[] =
		app?.by.kind === "pm2"
			? [
					{
						words: `PM2 app ${app.by.app.name} on the host`,
						title: `Send to ${gatewayName}:${port}, where PM2 app ${app.by.app.name} listens`,
						host: gatewayName,
						port,
						related: {
							at: app.at,
							message: `PM2 app ${app.by.app.name} listens on ${port}`,
						},
					},
				]
			: [];
	const inNetwork = [...(project.compose?.containers.values() ?? [])].flatMap(
		({ service, listeners }): Elsewhere[] => {
			if (service.name === own.name || !shareNetwork(own, service)) return [];
			const published = service.ports.find(
				(each) => each.published?.value === port && each.protocol === "tcp",
			);
			const inside = published?.target.value ?? port;
			const listener = listeners.find((each) => each.port === inside);
			if (!listener) return [];
			return [
				{
					words: `service ${service.name}`,
					title: `Send to ${service.name}:${inside}`,
					host: service.name,
					port: inside,
					service,
					related: {
						at: listener.at,
						message: `service ${service.name} listens on ${inside}`,
					},
				},
			];
		},
	);
	return [...onHost, ...inNetwork];
}
