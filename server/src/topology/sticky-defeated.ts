/** Whether PM2 spreads the requests of one Socket.IO session over processes that know nothing of it (semantics 27). */

import {
	type Clue,
	socketIoServer,
	stickyPm2,
} from "../languages/npm/evidence.ts";
import { type Arrival, arrivalsAtApp } from "./arrivals.ts";
import { instancesOf } from "./instances.ts";
import type { Project, RunningApp } from "./model.ts";
import { servesSocketIo, upgrades } from "./websocket.ts";

export interface StickyDefeated {
	readonly library: Clue;
	/** On which way its sessions come. */
	readonly arrival: Arrival;
}

/** A Socket.IO server in cluster mode: several instances behind one port, whatever nginx does. */
export function stickyDefeated(
	app: RunningApp,
	project: Project,
): StickyDefeated | undefined {
	const { runtime, package: manifest } = app;
	const library = manifest && socketIoServer(manifest);
	if (
		!library ||
		stickyPm2(manifest) ||
		project.webSocketOnly ||
		runtime.perInstance ||
		!instancesOf(app).several ||
		!runtime.modes.every(({ mode }) => mode === "cluster")
	)
		return undefined;
	const arrival = arrivalsAtApp(project, app).find(
		({ pass }) => servesSocketIo(pass) || upgrades(pass),
	);
	return arrival && { library, arrival };
}
