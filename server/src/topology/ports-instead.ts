/** Where the target of an address without a port listens, where nobody answers on nginx's 80. */

import { alike } from "./likeness.ts";
import type { Listener, Project, Route } from "./model.ts";
import { surePorts } from "./strong-evidence.ts";

export interface OpenPort {
	readonly name: string;
	readonly port: number;
	readonly at: Listener["at"];
}

/** As far as it is known for sure; on the host only the apps whose names are like the upstream's. */
export function portsInstead(
	{ address, port, listeners, target, from }: Route,
	project: Project,
): readonly OpenPort[] {
	if (address.portText || port !== 80 || listeners.length > 0) return [];
	if (target.kind === "service") {
		const container = project.compose?.containers.get(target.service.name);
		const sure = (container && surePorts(container, project)) ?? [];
		return sure.map(({ port, at }) => ({
			name: `service ${target.service.name}`,
			port,
			at,
		}));
	}
	if (target.kind !== "host" || from.kind !== "server") return [];
	const upstream = from.upstream.name.text;
	return project.host.flatMap(({ by, port, at }) =>
		by.kind === "pm2" && alike(by.app.name, upstream)
			? [{ name: `PM2 app ${by.app.name}`, port, at }]
			: [],
	);
}
