import { socketIoServer } from "../languages/npm/evidence.ts";
import { canSetField, setField } from "../languages/pm2/edit.ts";
import type { Circumstance, InstancePort } from "../languages/pm2/facts.ts";
import { compatible, together } from "../languages/pm2/possible.ts";
import {
	clusterObstacle,
	forkedByNumber,
	isNoServer,
} from "../languages/pm2/sharing.ts";
import type { Project } from "../topology/model.ts";
import {
	bothHold,
	modeUnder,
	type Start,
	type StartedApp,
	startsOf,
	underWords,
} from "../topology/pm2-starts.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2PortClash: Rule = {
	id: "pm2-port-clash",
	severity: "error",
	summary: "One port for two PM2 apps, or for several forked instances of one.",
	reads: "topology",

	*check(project) {
		const said = new Set<string>();
		for (const start of startsOf(project)) {
			for (const [key, found] of [
				...forks(start, project),
				...pairs(start, project),
			]) {
				// Several apps may be made by one line; what clashes plainly need not be said again for each --env.
				if (!said.has(key)) yield found;
				said.add(key);
			}
		}
	},
};

type Keyed = readonly [key: string, finding: Finding];

/** Apps that open ports by their own settings, as far as these are known. */
function servers({ apps }: Start): readonly StartedApp[] {
	return apps.filter(
		({ running, runtime }) =>
			runtime.portsUnknown === undefined && !isNoServer(running.app),
	);
}

function* forks(start: Start, project: Project): Iterable<Keyed> {
	for (const each of servers(start)) {
		const { app } = each.running;
		if (each.runtime.perInstance || clusterObstacle(app) || forkedByNumber(app))
			continue;
		for (const port of each.runtime.ports) {
			const found = forked(each, port, start, project);
			if (found) yield [`${found.at.path}:${found.at.start}`, found];
		}
	}
}

/** Several forked instances that are all told one port. */
function forked(
	{ running, runtime }: StartedApp,
	port: InstancePort,
	{ environment }: Start,
	project: Project,
): Finding | undefined {
	const { app, name } = running;
	if (modeUnder(runtime, port.when) !== "fork") return undefined;
	const counts = runtime.instances.filter(({ when }) =>
		compatible(when, port.when),
	);
	const [count, other] = counts;
	if (!count || other || count.kind === "unknown" || !count.at)
		return undefined;
	const most = count.kind === "count" ? count.count : Number.POSITIVE_INFINITY;
	if (
		most < 2 ||
		countsItself(port, most, app.fields.has("instance_var"), project)
	)
		return undefined;
	const number =
		count.kind === "count"
			? `${count.count} instances`
			: `as many instances as the machine has processors (${count.text})`;
	const when = together(count.when, port.when);
	const mode = app.fields.get("exec_mode");
	const usesSocketIo =
		running.package !== undefined &&
		socketIoServer(running.package) !== undefined;
	return {
		message: `PM2 forks ${number} of ${name}, and all are told port ${port.port}${underWords(environment, when)}: one gets it, the others end in EADDRINUSE.`,
		at: mode?.value.at ?? count.at,
		...severity(when),
		related: [{ at: port.at, message: `${port.because} is ${port.port}` }],
		fixes: !canSetField(app, "exec_mode")
			? []
			: [
					{
						title: `Set exec_mode of ${name} to cluster`,
						// Socket.IO's sessions would break in the cluster.
						preferred: !usesSocketIo,
						edits: () =>
							setField(
								textOf(project, app.at.path),
								app,
								"exec_mode",
								"cluster",
							),
					},
				],
	};
}

/** By the settings, instance_var or nginx the application adds NODE_APP_INSTANCE to its port. */
function countsItself(
	{ port }: InstancePort,
	count: number,
	namesInstance: boolean,
	project: Project,
): boolean {
	if (namesInstance || project.settings.portStrategy === "perInstance")
		return true;
	return project.nginxes
		.flatMap(({ routes }) => routes)
		.some(
			(route) =>
				route.port !== undefined &&
				route.port > port &&
				route.port < port + count &&
				(count < Number.POSITIVE_INFINITY || route.port < port + 64) &&
				route.listeners.length === 0,
		);
}

function* pairs(start: Start, project: Project): Iterable<Keyed> {
	// Who starts apps one by one need not start both.
	if (project.scripts.some(({ text }) => /pm2\b.*\s--only\b/.test(text)))
		return;
	const apps = servers(start);
	for (const [i, second] of apps.entries()) {
		for (const port of second.runtime.ports) {
			const found = apps
				.slice(0, i)
				.map((first) => pair(first, second, port, start))
				.find((each) => each !== undefined);
			if (found) {
				yield [`${second.running.app.at.start}:${port.port}`, found];
				break;
			}
		}
	}
}

/** Two apps that are told one port. */
function pair(
	first: StartedApp,
	second: StartedApp,
	port: InstancePort,
	{ environment }: Start,
): Finding | undefined {
	const [a, b] = [first.running, second.running];
	for (const other of first.runtime.ports) {
		if (other.port !== port.port) continue;
		const when = bothHold(other.when, port.when);
		if (!when || isBoundElsewhere(first, second)) continue;
		// A common env says what variables there are, not who listens.
		if (isShared(first, other, second, port)) continue;
		const both = [
			modeUnder(first.runtime, when),
			modeUnder(second.runtime, when),
		];
		const outcome = both.every((mode) => mode === "cluster")
			? "in cluster mode both answer on it, and each gets requests of the other"
			: both.includes("fork")
				? "one of them gets it, the other ends in EADDRINUSE"
				: "they can't both have it";
		return {
			message: `PM2 apps ${a.name} and ${b.name} are both told port ${port.port}${underWords(environment, when)}: ${outcome}.`,
			at: port.at,
			...severity(when),
			related: [{ at: other.at, message: `port ${other.port} of ${a.name}` }],
		};
	}
	return undefined;
}

/** Other conditions than those of the command may be chosen so that they never meet. */
function severity(
	when: readonly Circumstance[],
): { readonly severity: "warning" } | Record<string, never> {
	return when.length > 0 ? { severity: "warning" } : {};
}

function isBoundElsewhere(a: StartedApp, b: StartedApp): boolean {
	const [one, other] = [a.runtime.bind?.host, b.runtime.bind?.host];
	return one !== undefined && other !== undefined && one !== other;
}

function isShared(
	a: StartedApp,
	one: InstancePort,
	b: StartedApp,
	other: InstancePort,
): boolean {
	if (one.at.path !== other.at.path || one.at.start !== other.at.start)
		return false;
	return !states(a, one) || !states(b, other);
}

/** Whether the app's own literal says so, and not an object that it takes over. */
function states({ running: { app } }: StartedApp, port: InstancePort): boolean {
	const [block = "", variable] = port.because.split(" ")[0]?.split(".") ?? [];
	const field = app.fields.get(block);
	if (!field) return false;
	const property =
		field.value.kind === "object"
			? field.value.properties.find(({ key }) => key === variable)
			: undefined;
	const at = property?.at ?? field.at;
	return (
		at.path === app.at.path && app.at.start <= at.start && at.end <= app.at.end
	);
}
