/** Whether any request can take a way: an upstream that no pass directive names gets none. */

import { passesTo } from "./arrivals.ts";
import type { Nginx, Route } from "./model.ts";

export function isUsed({ from }: Route, nginx: Nginx): boolean {
	return from.kind === "pass" || passesTo(nginx, from.upstream).length > 0;
}

/** nginx looks the name up when it starts; else at each request (semantics 37, 41). */
export function resolvesAtStart({ from }: Route): boolean {
	return from.kind === "pass"
		? !from.pass.atRunTime
		: !from.server.parameters.some(({ text }) => text === "resolve");
}
