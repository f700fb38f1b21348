/** Which addresses lead to a port of the host where nobody answers, and whether that can be known at all. */

import type { Nginx, Project, Route, RunningApp } from "./model.ts";
import { onHost } from "./network/listeners.ts";
import { refusedEcosystems } from "./pm2-refused.ts";

/** The apps that PM2 runs on the host itself. */
export function hostApps(project: Project): readonly RunningApp[] {
	return project.ecosystems
		.filter(({ site }) => onHost(site))
		.flatMap(({ apps }) => apps);
}

/**
 * Routes of the nginx to a port of the host that no PM2 app, published port or nginx of the
 * workspace opens. None where somebody may open it unseen: an app whose ports are not known,
 * an app list that could not be read whole or that PM2 refuses, a script that names the port.
 */
export function unservedRoutes(
	project: Project,
	nginx: Nginx,
): readonly Route[] {
	if (!portsAreKnown(project)) return [];
	return nginx.routes.filter(
		({ target, port, listeners }) =>
			target.kind === "host" &&
			port !== undefined &&
			listeners.length === 0 &&
			!project.scripts.some(({ text }) => names(text, port)),
	);
}

function portsAreKnown(project: Project): boolean {
	const onThisHost = project.ecosystems.filter(
		({ site }) => site.kind !== "container",
	);
	const apps = hostApps(project);
	return (
		apps.some(({ runtime }) => runtime.ports.length > 0) &&
		apps.every(({ runtime }) => runtime.portsUnknown === undefined) &&
		onThisHost.every(
			({ ecosystem, site }) => ecosystem.complete && site.kind !== "unknown",
		) &&
		refusedEcosystems(project).every(({ site }) => site.kind === "container")
	);
}

function names(text: string, port: number): boolean {
	return new RegExp(`(?<![\\d.])${port}(?![\\d.])`).test(text);
}
