/** Whether any request can take a way: an upstream that no pass directive names gets none. */

import { inherited } from "../languages/nginx/find.ts";
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

/**
 * Whether the address may name a service: at run time nginx asks a resolver for it, where one is
 * set. What extra_hosts defines no resolver knows.
 */
export function canNameService(route: Route): boolean {
	const { from } = route;
	return (
		resolvesAtStart(route) ||
		(from.kind === "pass" && inherited(from.pass.levels, "resolver").length > 0)
	);
}
