/** The addresses that a server listens on, as nginx compares them (ngx_http_add_listen). */

import { groupBy } from "../../collections/group-by.ts";
import { oncePer } from "../../collections/once-per.ts";
import type { Listen, Server } from "./facts.ts";

export interface Socket {
	/** The same for two that are the same to nginx. */
	readonly key: string;
	/** As nginx says it: `0.0.0.0:80`. */
	readonly text: string;
	/** Undefined: nothing is written, and nginx listens on port 80. */
	readonly listen: Listen | undefined;
}

/** One of the servers that listen on an address. */
export interface Listening {
	readonly server: Server;
	readonly socket: Socket;
}

/** By address, each in the order of the servers. */
export function bySocket(
	servers: readonly Server[],
): ReadonlyMap<string, readonly Listening[]> {
	return groupBy(
		servers.flatMap((server) =>
			socketsOf(server).map((socket) => ({ server, socket })),
		),
		({ socket }) => socket.key,
	);
}

/** None of a listen whose address only DNS or a variable knows; of ranges every port. */
export const socketsOf = oncePer(readSockets);

function readSockets({ listens, directives }: Server): readonly Socket[] {
	if (listens.length > 0) return listens.flatMap(socketsOfListen);
	// A listen that can't be read says nothing of the default.
	return directives.some(({ name }) => name.text === "listen")
		? []
		: [{ key: "tcp 0.0.0.0:80", text: "0.0.0.0:80", listen: undefined }];
}

export function socketsOfListen(listen: Listen): readonly Socket[] {
	const { address = "0.0.0.0", port, portEnd, udp } = listen;
	if (address.startsWith("unix:"))
		return [{ key: address, text: address, listen }];
	const host = hostOf(address);
	if (!port || host === undefined) return [];
	const last = Math.min(portEnd ?? port.value, port.value + 100);
	return Array.from({ length: last - port.value + 1 }, (_, i) => {
		const text = `${host}:${port.value + i}`;
		return { key: `${udp ? "udp" : "tcp"} ${text}`, text, listen };
	});
}

function hostOf(address: string): string | undefined {
	if (/^\d+(\.\d+){3}$/.test(address)) return address;
	if (/^[\da-f:.]+$/i.test(address) && address.includes(":"))
		return `[${address.toLowerCase().replace(/^(0*:)+0*$/, "::")}]`;
	return undefined;
}

export function isDefault({ listen }: Socket): boolean {
	return (
		listen?.parameters.some(({ text }) => /^default(_server)?$/.test(text)) ??
		false
	);
}
