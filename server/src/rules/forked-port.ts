/** Several forked instances of one app that are all told one port (semantics 12). */

import { socketIoServer } from "../languages/npm/evidence.ts";
import { canSetField, setField } from "../languages/pm2/edit.ts";
import type { InstancePort } from "../languages/pm2/facts.ts";
import { compatible, together } from "../languages/pm2/possible.ts";
import { clusterObstacle, forkedByNumber } from "../languages/pm2/sharing.ts";
import type { Project } from "../topology/model.ts";
import {
	modeUnder,
	type Start,
	type StartedApp,
	underWords,
} from "../topology/pm2-starts.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding } from "./rule.ts";
import { type Keyed, servers, severity } from "./told-port.ts";

export function* forks(start: Start, project: Project): Iterable<Keyed> {
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
