/** What proves that a pass directive's requests open WebSockets: its path, or the dependencies of the program behind it. */

import { oncePer } from "../collections/once-per.ts";
import type { Location, Pass } from "../languages/nginx/facts.ts";
import {
	type Clue,
	plainWebSocketServer,
	socketIoServer,
} from "../languages/npm/evidence.ts";
import type { PackageFacts } from "../languages/npm/read.ts";
import { appsBehind, routesBehind } from "./arrivals.ts";
import type { Nginx, Project } from "./model.ts";
import { servesSocketIo } from "./websocket.ts";

export type WebSocketEvidence =
	| { readonly kind: "socket.io"; readonly package: Clue | undefined }
	| { readonly kind: "ws"; readonly package: Clue };

/** A `ws` in package.json may be there for its client: it counts for a path like /ws alone. */
export function webSocketEvidence(
	project: Project,
	nginx: Nginx,
	pass: Pass,
): WebSocketEvidence | undefined {
	const own = known(project);
	if (!own.has(pass)) own.set(pass, search(project, nginx, pass));
	return own.get(pass);
}

/** Several rules ask about every pass. */
const known = oncePer(
	(_: Project) => new Map<Pass, WebSocketEvidence | undefined>(),
);

function search(
	project: Project,
	nginx: Nginx,
	pass: Pass,
): WebSocketEvidence | undefined {
	const isSocketIo = servesSocketIo(pass);
	if (!isSocketIo && !isWebSocketPath(pass.location)) return undefined;
	const packages = packagesBehind(project, nginx, pass);
	if (isSocketIo)
		return { kind: "socket.io", package: firstClue(packages, socketIoServer) };
	const ws = firstClue(packages, plainWebSocketServer);
	return ws && { kind: "ws", package: ws };
}

function isWebSocketPath(location: Location | undefined): boolean {
	const path = location?.pattern.value ?? "";
	return /(^|[/^])(ws|wss|websockets?|sockets?)(\/|\$|$)/i.test(path);
}

function packagesBehind(
	project: Project,
	nginx: Nginx,
	pass: Pass,
): readonly PackageFacts[] {
	return routesBehind(nginx, pass).flatMap((route) => {
		const { target, listeners } = route;
		const service = target.kind === "service" ? [target.service.name] : [];
		const published = listeners.flatMap(({ by }) =>
			by.kind === "published" ? [by.service.name] : [],
		);
		const containers = [...service, ...published].flatMap(
			(name) => project.compose?.containers.get(name)?.package ?? [],
		);
		return [
			...containers,
			...appsBehind(route).flatMap((app) => app.package ?? []),
		];
	});
}

function firstClue(
	packages: readonly PackageFacts[],
	clue: (manifest: PackageFacts) => Clue | undefined,
): Clue | undefined {
	for (const manifest of packages) {
		const found = clue(manifest);
		if (found) return found;
	}
	return undefined;
}
