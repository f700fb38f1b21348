import type { Listen } from "../languages/nginx/facts.ts";
import {
	anyAddress,
	appSockets,
	collide,
	type HostSocket,
	publishedSockets,
} from "../topology/host-sockets.ts";
import { isSurelyOnHost } from "../topology/surely-on-host.ts";
import type { Finding, Rule } from "./rule.ts";

export const nginxPortConflict: Rule = {
	id: "nginx-port-conflict",
	severity: "error",
	summary:
		"nginx on the host listens on a port that a PM2 app or a published port takes.",
	reads: "topology",

	*check(project) {
		const taken = [...appSockets(project), ...publishedSockets(project)];
		for (const nginx of project.nginxes) {
			if (!isSurelyOnHost(nginx)) continue;
			const said = new Set<number>();
			for (const { listens } of nginx.facts.servers) {
				for (const listen of listens) {
					const other = taken.find((socket) => wants(listen, socket));
					if (!other || !listen.port || said.has(listen.port.value)) continue;
					said.add(listen.port.value);
					yield finding(listen.port, other);
				}
			}
		}
	},
};

function wants({ port, address, udp }: Listen, socket: HostSocket): boolean {
	return (
		port !== undefined &&
		collide(
			{
				port: port.value,
				address: anyAddress(address),
				protocol: udp ? "udp" : "tcp",
			},
			socket,
		)
	);
}

function finding(
	port: NonNullable<Listen["port"]>,
	{ by, at }: HostSocket,
): Finding {
	const other =
		by.kind === "pm2"
			? `PM2 app ${by.app.name} listens on it`
			: `service ${by.service.name} publishes it`;
	return {
		message: `nginx listens on port ${port.value} of the host, but ${other}: whichever starts second does not ("Address already in use"); nginx -t does not notice.`,
		at: port.at,
		related: [{ at, message: other }],
	};
}
