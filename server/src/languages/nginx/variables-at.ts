/**
 * What variables hold where a pass directive stands. nginx runs the `set`s of the server, then
 * those of the one location that serves the request (not of locations around it), each block
 * from top to bottom, and only then passes (ngx_http_rewrite_module).
 */

import type { NginxFacts, Pass, VariableFacts, VariableSet } from "./facts.ts";
import { childrenOf } from "./find.ts";
import type { Variables } from "./possible-texts.ts";
import type { Directive, Word } from "./tree.ts";

export function variablesAt(
	{ variables }: Pick<NginxFacts, "variables">,
	pass: Pass,
): Variables {
	return {
		get: (name) => {
			const facts = variables.get(name);
			return facts && at(pass, facts);
		},
	};
}

function at(pass: Pass, facts: VariableFacts): VariableFacts {
	const { sets, tables, complete } = facts;
	if (sets.length === 0) return facts;
	// Whatever else sets it runs behind `set`.
	if (!complete) return { ...facts, values: tables };
	const server = pass.server?.directive;
	const location = pass.location?.directive;
	const here = sets.filter((set) => set.server === server);
	const inServer = run(here.filter(inLocation(undefined)), pass);
	const inOwn =
		location === undefined
			? inServer
			: run(here.filter(inLocation(location)), pass);
	if (inOwn.isSet) return { ...facts, values: inOwn.values };
	const around = inServer.isSet ? [] : tables;
	const own = [...new Set([...inOwn.values, ...inServer.values, ...around])];
	const elsewhere = here.filter(
		(set) => set.location !== undefined && set.location !== location,
	);
	if (inServer.isSet || tables.length > 0)
		return {
			...facts,
			values: own,
			complete: !elsewhere.some((set) => goesOnTo(pass, set)),
		};
	return {
		...facts,
		values: [...own, ...elsewhere.map(({ value }) => value)],
		// The server that includes a fragment may have a `set` of its own.
		complete: server !== undefined,
	};
}

/** A request that changes its location keeps what was set, where nginx does not begin with the server's `set`s again. */
function goesOnTo({ location }: Pass, set: VariableSet): boolean {
	return (
		location?.modifier === "@" ||
		(set.location !== undefined && rewrites(set.location))
	);
}

function rewrites(block: Directive): boolean {
	return childrenOf(block).some(
		(each) =>
			each.name.text === "rewrite" ||
			(each.name.text === "if" && rewrites(each)),
	);
}

interface Held {
	readonly values: readonly Word[];
	/** Every request that comes here has one of them. */
	readonly isSet: boolean;
}

/** A `set` in an `if` counts sometimes, and always for a pass directive in the same `if`. */
function run(sets: readonly VariableSet[], { levels }: Pass): Held {
	const kept: Word[] = [];
	let values: Word[] = [];
	let isSet = false;
	for (const { value, condition, ending } of sets) {
		if (condition && childrenOf(condition) !== levels[0]) {
			if (ending === "break") kept.push(value);
			else if (ending === "on") values.push(value);
		} else {
			values = [value];
			isSet = true;
		}
	}
	return { values: [...kept, ...values], isSet };
}

function inLocation(
	location: Directive | undefined,
): (set: VariableSet) => boolean {
	return (set) => set.location === location;
}
