/** From an address in nginx to what it names: the upstream, the service, the published port, the PM2 app; from another name of nginx's to where it is declared. */

import { contains, type Place } from "../text/place.ts";
import { routesAt } from "../topology/find-route.ts";
import type { Listener, Project, Route } from "../topology/model.ts";
import { refusedListeners } from "../topology/pm2-refused.ts";
import { nginxNames } from "./nginx-names.ts";
import { symbolAt } from "./symbol-at.ts";

export interface Definition {
	/** What is under the cursor. */
	readonly from: Place;
	readonly to: Place;
}

/** The cursor on the port leads to what opens it, on the host to what has the name; where only one is known, both do. */
export function definitions(
	project: Project,
	path: string,
	offset: number,
): readonly Definition[] {
	const reached = routesAt(project, path, offset).flatMap(({ route, at }) => {
		const { port, host } = route.address;
		const from =
			[port?.at, host.at].find(
				(each) => each?.path === path && contains(each, offset),
			) ?? at;
		const named = nameDefinitions(route);
		const answering =
			route.listeners.length > 0
				? route.listeners
				: refusedListeners(route, project);
		const opened = answering.map(listenerPlace);
		const places =
			from === port?.at
				? opened.length > 0
					? opened
					: named
				: named.length > 0
					? named
					: opened;
		return unique(places).map((to) => ({ from, to }));
	});
	return reached.length > 0 ? reached : declarations(project, path, offset);
}

/** Of a zone, a log format, a named location, a variable: where nginx's configuration declares it. */
function declarations(
	project: Project,
	path: string,
	offset: number,
): readonly Definition[] {
	const found = symbolAt(project, path, offset, nginxNames(project));
	return (found?.symbol.occurrences ?? [])
		.filter(({ isDefinition }) => isDefinition)
		.map(({ at }) => ({ from: found?.occurrence.at ?? at, to: at }));
}

function nameDefinitions({ target, listeners }: Route): readonly Place[] {
	switch (target.kind) {
		case "upstream":
			return [target.upstream.name.at];
		case "service":
		case "self":
			return [target.service.at];
		case "host":
			return listeners.flatMap(({ by }) =>
				by.kind === "pm2" ? [by.app.app.nameAt] : [],
			);
		case "unresolved":
			return target.reason.kind === "nobody" ? [] : [target.reason.service.at];
		default:
			return [];
	}
}

function listenerPlace({ at }: Listener): Place {
	return at;
}

function unique(places: readonly Place[]): readonly Place[] {
	return [
		...new Map(places.map((at) => [`${at.path}:${at.start}`, at])).values(),
	];
}
