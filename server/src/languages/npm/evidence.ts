/** What a program's dependencies say about its connections and where it keeps their state. */

import type { Place } from "../../text/place.ts";
import type { PackageFacts } from "./read.ts";

export interface Clue {
	readonly name: string;
	/** The name in package.json. */
	readonly at: Place;
}

/** A Socket.IO server: it begins with long polling, which needs one process for all requests of a session (semantics 27). */
export function socketIoServer(manifest: PackageFacts): Clue | undefined {
	return first(manifest, [
		"socket.io",
		"@nestjs/platform-socket.io",
		"@feathersjs/socketio",
		"fastify-socket.io",
	]);
}

/** A library that serves WebSockets and nothing else: one connection is one process's. */
export function plainWebSocketServer(manifest: PackageFacts): Clue | undefined {
	return first(manifest, [
		"ws",
		"@nestjs/platform-ws",
		"@fastify/websocket",
		"express-ws",
		"koa-websocket",
		"uWebSockets.js",
	]);
}

/** A library with which the program serves WebSockets. */
export function webSocketLibrary(manifest: PackageFacts): Clue | undefined {
	return socketIoServer(manifest) ?? plainWebSocketServer(manifest);
}

/** An adapter that shares Socket.IO's rooms between processes; it shares state, not sessions. */
export function sharedAdapter(manifest: PackageFacts): Clue | undefined {
	return first(manifest, [
		"@socket.io/redis-adapter",
		"@socket.io/redis-streams-adapter",
		"@socket.io/cluster-adapter",
		"@socket.io/postgres-adapter",
		"@socket.io/mongo-adapter",
		"@socket.io/gcp-pubsub-adapter",
		"@socket.io/aws-sqs-adapter",
		"@socket.io/azure-service-bus-adapter",
		"socket.io-redis",
		"socket.io-adapter-mongo",
	]);
}

/** A PM2 whose daemon keeps a session on one worker, on a port of its own (semantics 28). */
export function stickyPm2(manifest: PackageFacts): Clue | undefined {
	return first(manifest, ["@socket.io/pm2"]);
}

function first(
	{ dependencies }: PackageFacts,
	names: readonly string[],
): Clue | undefined {
	for (const name of names) {
		const at = dependencies.get(name);
		if (at) return { name, at };
	}
	return undefined;
}
