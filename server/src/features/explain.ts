/** Says in words what an address of nginx reaches, by what evidence, and what is not known. */

import type { Circumstance } from "../languages/pm2/facts.ts";
import { relative } from "../text/path.ts";
import { serverRoutes } from "../topology/arrivals.ts";
import { instancesOf } from "../topology/instances.ts";
import type {
	Evidence,
	Listener,
	Nginx,
	Project,
	Route,
	Target,
} from "../topology/model.ts";
import { refusedListeners } from "../topology/pm2-refused.ts";

/** Markdown: a line for what it is, then one for each who answers. */
export function explainRoute(
	route: Route,
	nginx: Nginx,
	project: Project,
): string {
	const { target, listeners, port } = route;
	if (target.kind === "upstream")
		return explainUpstream(target.upstream.name.text, route, nginx, project);
	const lines = [
		`\`${route.address.text}\` ⟶ ${meaning(target, port)}${whenResolved(route)}`,
	];
	const answers = answering(listeners, project);
	if (answers.length > 0)
		return [...lines, "", ...answers.map((line) => `- ${line}`)].join("\n");
	const silence = nobody(route, project);
	return silence ? [...lines, "", silence].join("\n") : lines.join("\n");
}

/** Of names that a variable decides, or that are looked up because of one. */
function whenResolved({ from, target, address }: Route): string {
	return from.kind === "pass" &&
		from.pass.atRunTime &&
		address.host.kind === "name" &&
		target.kind !== "unknown"
		? ", looked up by the resolver at each request"
		: "";
}

function explainUpstream(
	name: string,
	pass: Route,
	nginx: Nginx,
	project: Project,
): string {
	const { target } = pass;
	const servers =
		target.kind === "upstream" ? serverRoutes(nginx, target.upstream) : [];
	return [
		`upstream \`${name}\``,
		"",
		...servers.map(
			(route) =>
				`- ${explainRoute(route, nginx, project).replace(/\n+(- )?/g, "\n  - ")}`,
		),
	].join("\n");
}

function meaning(target: Target, port: number | undefined): string {
	const at = port === undefined ? "" : `, port ${port}`;
	switch (target.kind) {
		case "upstream":
			return `upstream ${target.upstream.name.text}`;
		case "host":
			return target.via === "gateway"
				? `the host of the containers${at}`
				: `this machine${at}`;
		case "service":
			return `service ${target.service.name}${target.via === "service" ? "" : ` (by its ${target.via.replace("_", " ")})`}${at}`;
		case "self":
			return `nginx's own container (service ${target.service.name})${at}`;
		case "outside":
			return `${target.host}, outside of this workspace${at}`;
		case "unknown":
			return `unknown: ${target.reason}`;
		case "unresolved":
			return unresolved(target);
	}
}

function unresolved({
	name,
	reason,
}: Extract<Target, { kind: "unresolved" }>): string {
	switch (reason.kind) {
		case "nobody":
			return `nothing: no service or alias that nginx can resolve is called ${name}`;
		case "not-in-network":
			return `nothing: ${name} is a service of compose, and nginx runs outside of its networks`;
		case "no-shared-network":
			return `nothing: service ${reason.service.name} shares no network with nginx`;
	}
}

/** One line for each who answers, with everything that says so. */
function answering(
	listeners: readonly Listener[],
	project: Project,
): readonly string[] {
	const lines = new Map<string, string[]>();
	for (const listener of listeners) {
		const says = lines.get(who(listener)) ?? [];
		says.push(
			`${evidence[listener.evidence]} (${relative(project.directory, listener.at.path)})${condition(listener.when)}`,
		);
		lines.set(who(listener), says);
	}
	return [...lines].map(
		([name, says]) => `${name}: ${[...new Set(says)].join(", ")}`,
	);
}

function who({ by }: Listener): string {
	switch (by.kind) {
		case "pm2": {
			const [mode] = by.app.runtime.modes;
			return `PM2 app \`${by.app.name}\`, ${instancesOf(by.app).text}${mode ? ` in ${mode.mode} mode` : ""}`;
		}
		case "published":
			return `service \`${by.service.name}\`, its container port ${by.published.target.value}`;
		case "service":
			return `service \`${by.service.name}\``;
		case "nginx":
			return "this nginx or another one";
	}
}

const evidence: Readonly<Record<Evidence, string>> = {
	pm2: "by the port that PM2 gives it",
	nginx: "by a listen directive",
	published: "by a published port",
	environment: "by PORT in its environment",
	command: "by its command",
	healthcheck: "by its healthcheck",
	"image-expose": "by EXPOSE of its image",
	ports: "by the container side of its ports",
	expose: "by expose",
	"image-default": "by what its image is known for",
};

function condition(when: readonly Circumstance[]): string {
	if (when.length === 0) return "";
	return `, with ${when.map((each) => (each.kind === "environment" ? `--env ${each.name}` : each.text)).join(" and ")}`;
}

function nobody(route: Route, project: Project): string | undefined {
	const { target, port } = route;
	const [refused] = refusedListeners(route, project);
	if (refused?.by.kind === "pm2")
		return `PM2 app \`${refused.by.app.name}\` is given port ${port}, but PM2 refuses ${relative(project.directory, refused.by.app.path)} as it stands and starts no app of it.`;
	if (target.kind === "service")
		return `What \`${target.service.name}\` listens on is not known: nothing in the workspace says so for port ${port}, and a container may listen on anything.`;
	if (target.kind !== "host" && target.kind !== "self") return undefined;
	const unknown = project.ecosystems
		.flatMap(({ apps }) => apps)
		.filter(({ runtime }) => runtime.portsUnknown !== undefined);
	const reasons = unknown.map(
		({ name, runtime }) => `\`${name}\`: ${runtime.portsUnknown}`,
	);
	return [
		`Nothing in the workspace is known to listen on port ${port}.`,
		...(reasons.length > 0
			? [`Not known of PM2's apps: ${reasons.join("; ")}.`]
			: []),
	].join(" ");
}
