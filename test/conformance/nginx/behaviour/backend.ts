/** A server behind nginx that says what it was asked. */

import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Backend {
	readonly port: number;
	/** The URLs that it was asked for, and whether each wanted another protocol. */
	readonly asked: readonly {
		url: string;
		headers: IncomingMessage["headers"];
	}[];
	/** How many connections it was sent. */
	connections(): number;
	end(): Promise<void>;
}

export async function startBackend(
	port = 0,
	host = "127.0.0.1",
): Promise<Backend> {
	const asked: { url: string; headers: IncomingMessage["headers"] }[] = [];
	let connections = 0;
	const server = createServer((request, response) => {
		asked.push({ url: request.url ?? "", headers: request.headers });
		response.end("ok");
	});
	server.on("upgrade", (request, socket) => {
		asked.push({ url: request.url ?? "", headers: request.headers });
		socket.end(
			"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
		);
	});
	server.on("connection", () => connections++);
	await new Promise<void>((ready) => server.listen(port, host, ready));
	return {
		port: (server.address() as AddressInfo).port,
		asked,
		connections: () => connections,
		end: () => closed(server),
	};
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
	const backend = await startBackend();
	await backend.end();
	return backend.port;
}

function closed(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
