/** Two apps of one start that are told one port (semantics 20). */

import type { InstancePort } from "../languages/pm2/facts.ts";
import type { Project } from "../topology/model.ts";
import { pm2Commands } from "../topology/pm2-commands.ts";
import {
	bothHold,
	modeUnder,
	type Start,
	type StartedApp,
	underWords,
} from "../topology/pm2-starts.ts";
import type { Finding } from "./rule.ts";
import { type Keyed, servers, severity } from "./told-port.ts";

export function* pairs(start: Start, project: Project): Iterable<Keyed> {
	// Who starts apps one by one need not start both.
	if (pm2Commands(project).some(({ only }) => only)) return;
	const taken = new Map<number, Told[]>();
	for (const second of servers(start)) {
		const found = clash(second, taken, start);
		if (found) yield [`${found.at.path}:${second.running.app.at.start}`, found];
		for (const port of second.runtime.ports) {
			const apps = taken.get(port.port) ?? [];
			if (apps.length < mostCompared) apps.push({ app: second, port });
			taken.set(port.port, apps);
		}
	}
}

interface Told {
	readonly app: StartedApp;
	readonly port: InstancePort;
}

/** A file of thousands of apps on one port needs no comparison of each with each. */
const mostCompared = 20;

function clash(
	second: StartedApp,
	taken: ReadonlyMap<number, readonly Told[]>,
	start: Start,
): Finding | undefined {
	for (const port of second.runtime.ports) {
		for (const first of taken.get(port.port) ?? []) {
			const found = pair(first, { app: second, port }, start);
			if (found) return found;
		}
	}
	return undefined;
}

/** Two apps that are told one port. */
function pair(
	{ app: first, port: other }: Told,
	{ app: second, port }: Told,
	{ environment }: Start,
): Finding | undefined {
	const [a, b] = [first.running, second.running];
	const when = bothHold(other.when, port.when);
	if (!when || isBoundElsewhere(first, second)) return undefined;
	// A common env says what variables there are, not who listens.
	if (isShared(first, other, second, port)) return undefined;
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
