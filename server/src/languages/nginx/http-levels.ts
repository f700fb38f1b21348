/** The blocks of http in which nginx settles what is inherited (the modules' merge_loc_conf). */

import type { NginxFacts } from "./facts.ts";
import { blockAround, levelsOf, statementsWith } from "./statements.ts";
import type { Directive } from "./tree.ts";

/** Statements, innermost block first. */
export type Levels = readonly (readonly Directive[])[];

/** Where a directive of such a name stands: its block with those around; every server for one that stands in http itself. */
export function httpLevels(
	{ directives, servers }: NginxFacts,
	isWanted: (name: string) => boolean,
): Iterable<Levels> {
	const found = new Map<readonly Directive[], Levels>();
	for (const statement of statementsWith(directives, isWanted)) {
		const http = blockAround(statement, "http");
		if (!http || found.has(statement.level)) continue;
		const levels = levelsOf(statement);
		if (statement.around !== http) found.set(statement.level, levels);
		else
			for (const server of servers)
				if (server.protocol === "http")
					found.set(server.directives, [server.directives, ...levels]);
	}
	return found.values();
}
