/** The blocks of http in which nginx settles what is inherited (the modules' merge_loc_conf). */

import type { NginxFacts } from "./facts.ts";
import { childrenOf } from "./find.ts";
import type { Directive } from "./tree.ts";

/** Statements, innermost block first. */
export type Levels = readonly (readonly Directive[])[];

/** Every server, and every location and `if` in it: where a statement of its own, or around all servers, is one that is asked for. */
export function* httpLevels(
	{ http, servers }: NginxFacts,
	isAskedFor: (directive: Directive) => boolean,
): Iterable<Levels> {
	const around = http.some(isAskedFor);
	for (const { protocol, directives } of servers) {
		if (protocol !== "http") continue;
		const levels = [directives, http];
		if (around || directives.some(isAskedFor)) yield levels;
		yield* inside(levels, isAskedFor);
	}
}

function* inside(
	around: Levels,
	isAskedFor: (directive: Directive) => boolean,
): Iterable<Levels> {
	for (const directive of around[0] ?? []) {
		if (!/^(location|if|limit_except)$/.test(directive.name.text)) continue;
		const own = childrenOf(directive);
		const levels = [own, ...around];
		if (own.some(isAskedFor)) yield levels;
		yield* inside(levels, isAskedFor);
	}
}
