import type { Service } from "../languages/compose/facts.ts";
import { replace } from "../text/edit.ts";
import { isWithin } from "../text/path.ts";
import {
	appSockets,
	collide,
	type HostSocket,
	publishedSockets,
} from "../topology/host-sockets.ts";
import { alike } from "../topology/likeness.ts";
import type { Project, RunningApp } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const hostPortConflict: Rule = {
	id: "host-port-conflict",
	severity: "error",
	summary:
		"Two services, or a service and a PM2 app, want the same port of the host.",
	reads: "topology",

	*check(project) {
		const published = publishedSockets(project);
		const taken = [...appSockets(project), ...published];
		for (const [i, socket] of published.entries()) {
			const first = [...appSockets(project), ...published.slice(0, i)].find(
				(other) => collide(socket, other) && runTogether(socket, other),
			);
			if (first) yield finding(socket, first, taken, project);
		}
	},
};

function finding(
	{ port, at, by }: HostSocket,
	first: HostSocket,
	taken: readonly HostSocket[],
	project: Project,
): Finding {
	const own = by.kind === "service" ? `service ${by.service.name}` : "";
	const other =
		first.by.kind === "service"
			? `service ${first.by.service.name} publishes it too`
			: `PM2 app ${first.by.app.name} listens on it`;
	return {
		message: `${own[0]?.toUpperCase()}${own.slice(1)} publishes port ${port} of the host, but ${other}: whichever starts second does not ("port is already allocated", EADDRINUSE).`,
		at,
		related: [{ at: first.at, message: other }],
		fixes: [nextFree(port, at, taken, project)].filter(
			(fix) => fix !== undefined,
		),
	};
}

/** Services of different profiles, and the same application as a container and under PM2, are alternatives. */
function runTogether(a: HostSocket, b: HostSocket): boolean {
	if (a.by.kind === "service" && b.by.kind === "service")
		return (
			a.by.service.name !== b.by.service.name &&
			haveCommonProfile(a.by.service, b.by.service)
		);
	const service = a.by.kind === "service" ? a.by.service : undefined;
	const app = b.by.kind === "pm2" ? b.by.app : undefined;
	return (
		service !== undefined &&
		app !== undefined &&
		service.profiles.length === 0 &&
		!isSameApplication(service, app)
	);
}

function haveCommonProfile(a: Service, b: Service): boolean {
	const names = a.profiles.map(({ value }) => value);
	return names.length === 0 && b.profiles.length === 0
		? true
		: b.profiles.some(({ value }) => names.includes(value));
}

function isSameApplication(service: Service, app: RunningApp): boolean {
	const context = service.build?.context?.value;
	const folder = app.package?.path.replace(/\/[^/]*$/, "");
	return (
		alike(service.name, app.name) ||
		(context !== undefined &&
			folder !== undefined &&
			(isWithin(context, folder) || isWithin(folder, context)))
	);
}

function nextFree(
	port: number,
	at: HostSocket["at"],
	taken: readonly HostSocket[],
	project: Project,
): Fix | undefined {
	const used = new Set(taken.map((socket) => socket.port));
	let free = port + 1;
	while (used.has(free)) free++;
	const written = textOf(project, at.path).slice(at.start, at.end);
	const from = written.search(new RegExp(`(?<!\\d)${port}:`));
	if (from < 0) return undefined;
	const start = at.start + from;
	return {
		title: `Publish it on port ${free}`,
		edits: () => [
			replace({ ...at, start, end: start + `${port}`.length }, `${free}`),
		],
	};
}
