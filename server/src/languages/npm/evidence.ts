/** What a program's dependencies say about its connections and where it keeps their state. */

import type { Place } from "../../text/place.ts";
import type { PackageFacts } from "./read.ts";

export interface Clue {
	readonly name: string;
	readonly at: Place;
}

/** A library with which the program serves WebSockets. */
export function webSocketLibrary(manifest: PackageFacts): Clue | undefined {
	return first(manifest, [
		"socket.io",
		"ws",
		"@nestjs/platform-socket.io",
		"@nestjs/platform-ws",
		"@fastify/websocket",
		"express-ws",
	]);
}

/** An adapter that shares Socket.IO's rooms between processes. */
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
		"@socket.io/pm2",
		"socket.io-redis",
		"socket.io-adapter-mongo",
	]);
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
