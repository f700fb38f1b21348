import type { Nginx, Project, Route } from "../topology/model.ts";
import { surePorts } from "../topology/strong-evidence.ts";
import { upstreamWithPort } from "../topology/upstream-with-port.ts";
import { isUsed } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Rule } from "./rule.ts";
import { sendToPort } from "./send-to.ts";

export const upstreamPortClosed: Rule = {
	id: "upstream-port-closed",
	severity: "warning",
	summary:
		"nginx sends to a port of a service on which that service does not listen.",
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
		target.kind !== "service" ||
		port === undefined ||
		listeners.length > 0 ||
		// A port that is not written is upstream-port-missing's.
		!address.portText ||
		// An upstream with a port is upstream-has-port's.
		(route.from.kind === "pass" && upstreamWithPort(nginx, route.from.pass))
	)
		return undefined;
	const open = publishedTarget(route) ?? knownPorts(route, project);
	if (!open) return undefined;
	const [port1, ...others] = open.ports;
	return {
		message: `nginx sends to ${address.text}, but ${open.because}: requests get 502.`,
		at: address.port?.at ?? address.at,
		...(isUsed(route, nginx) ? {} : { severity: "hint" as const }),
		related: open.related,
		fixes: open.ports.map((port) => ({
			title: `Send to port ${port} of ${target.service.name}`,
			preferred: port === port1 && others.length === 0,
			edits: () => sendToPort(address, port, project),
		})),
	};
}

interface Open {
	readonly ports: readonly number[];
	readonly because: string;
	readonly related: NonNullable<Finding["related"]>;
}

/** The port is the one on the host: between containers the container's own counts (semantics 57). */
function publishedTarget({ target, port }: Route): Open | undefined {
	if (target.kind !== "service") return undefined;
	const { service } = target;
	const published = service.ports.find(
		(each) =>
			each.published?.value === port &&
			each.publishedEnd === undefined &&
			each.open.length === 0 &&
			each.protocol === "tcp",
	);
	if (!published) return undefined;
	return {
		ports: [published.target.value],
		because: `${port} is the port on the host; between containers service ${service.name} answers on ${published.target.value}`,
		related: [
			{
				at: published.at,
				message: `service ${service.name} publishes its port ${published.target.value} as ${port}`,
			},
		],
	};
}

function knownPorts({ target }: Route, project: Project): Open | undefined {
	if (target.kind !== "service") return undefined;
	const { service } = target;
	const container = project.compose?.containers.get(service.name);
	const sure = container && surePorts(container, project);
	if (!sure) return undefined;
	const ports = [...new Set(sure.map(({ port }) => port))];
	return {
		ports,
		because: `service ${service.name} listens on ${ports.join(", ")}`,
		related: sure.map(({ at, port }) => ({
			at,
			message: `service ${service.name} listens on ${port}`,
		})),
	};
}
