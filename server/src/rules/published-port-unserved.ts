import type { PublishedPort, Service } from "../languages/compose/facts.ts";
import { replace } from "../text/edit.ts";
import type { Container, Project } from "../topology/model.ts";
import { listensOn, nginxIn } from "../topology/published-to.ts";
import { surePorts } from "../topology/strong-evidence.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const publishedPortUnserved: Rule = {
	id: "published-port-unserved",
	severity: "warning",
	summary:
		"A service publishes a port of its container on which nothing listens.",
	reads: "topology",

	*check(project) {
		for (const container of project.compose?.containers.values() ?? []) {
			if (sharesItsNetwork(container.service, project)) continue;
			yield* container.runsOnlyNginx
				? ofNginx(container.service, project)
				: ofOther(container, project);
		}
	},
};

/** Then who listens on its ports may run in another container. */
function sharesItsNetwork(
	{ name, networkMode }: Service,
	{ compose }: Project,
): boolean {
	return (
		networkMode !== undefined ||
		[...(compose?.services.values() ?? [])].some(
			(other) =>
				other.networkMode?.kind === "service" &&
				other.networkMode.service === name,
		)
	);
}

function* ofNginx(service: Service, project: Project): Iterable<Finding> {
	const inside = nginxIn(service, project);
	// What every server listens on must be known.
	if (
		!inside ||
		inside.listens.some(
			({ port, address }) => !port && !address?.startsWith("unix:"),
		)
	)
		return;
	const open = [
		...new Set([
			...inside.listens
				.filter(({ udp }) => !udp)
				.flatMap(({ port }) => port?.value ?? []),
			...(inside.byDefault ? [80] : []),
		]),
	];
	for (const port of service.ports) {
		if (port.protocol === "sctp" || port.open.length > 0) continue;
		if (listensOn(inside, port.target.value, port.protocol)) continue;
		const unpublished = open.filter(
			(each) => !service.ports.some(({ target }) => target.value === each),
		);
		yield finding(
			port,
			service,
			open.length > 0
				? `nginx listens on ${open.join(", ")} there`
				: "nginx listens on no port there",
			unpublished.length === 1 ? unpublished : [],
			inside.listens[0]?.directive.at,
			project,
		);
	}
}

/** A second port may be a debugger's: only where no published port is one of those that are known. */
function* ofOther(container: Container, project: Project): Iterable<Finding> {
	const { service } = container;
	const sure = surePorts(container, project);
	if (!sure || service.ports.length === 0) return;
	const open = [...new Set(sure.map(({ port }) => port))];
	if (service.ports.some(({ target }) => open.includes(target.value))) return;
	for (const port of service.ports) {
		if (port.protocol !== "tcp" || port.open.length > 0) continue;
		yield finding(
			port,
			service,
			`it listens on ${open.join(", ")}`,
			open.length === 1 ? open : [],
			sure[0]?.at,
			project,
		);
	}
}

function finding(
	port: PublishedPort,
	service: Service,
	because: string,
	instead: readonly number[],
	at: Finding["at"] | undefined,
	project: Project,
): Finding {
	return {
		message: `Service ${service.name} publishes port ${port.target.value} of its container, but ${because}: connections are refused.`,
		at: port.at,
		related: at ? [{ at, message: because }] : [],
		fixes: instead.flatMap((target) => lead(port, target, project) ?? []),
	};
}

function lead(
	{ at, target }: PublishedPort,
	instead: number,
	project: Project,
): Fix | undefined {
	const written = textOf(project, at.path).slice(at.start, at.end);
	const from = written.search(new RegExp(`${target.value}(?!.*\\d)`));
	if (from < 0 || written.includes("-")) return undefined;
	const start = at.start + from;
	return {
		title: `Publish port ${instead} of the container`,
		preferred: true,
		edits: () => [
			replace(
				{ ...at, start, end: start + `${target.value}`.length },
				`${instead}`,
			),
		],
	};
}
