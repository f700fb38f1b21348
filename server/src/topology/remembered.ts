/**
 * What was computed from files that are the same as before is the same as before. Kept with
 * its owner, so that it goes when that one goes.
 */

import { oncePer } from "../collections/once-per.ts";
import type { Lookup } from "./snapshot.ts";

interface Memory {
	readonly asked: readonly Asked[];
	readonly value: unknown;
}

interface Asked {
	readonly kind: "file" | "directory";
	readonly path: string;
	readonly answer: unknown;
}

const memories = oncePer((_: object) => new Map<string, Memory>());

/**
 * `compute` may depend on `owner` and on what it looks up before it returns, and on nothing
 * else: the value must look up nothing by itself. Whatever it looked up is looked up again, so
 * that whoever watches `look` sees it too.
 */
export function remembered<T>(
	owner: object,
	name: string,
	look: Lookup,
	compute: (look: Lookup) => T,
): T {
	const own = memories(owner);
	const memory = own.get(name);
	if (memory?.asked.every((each) => look[each.kind](each.path) === each.answer))
		return memory.value as T;
	const asked = new Map<string, Asked>();
	const value = compute(recorder(look, asked));
	// What is not known yet is no answer to be kept.
	const isKnown = [...asked.values()].every(
		({ kind, path }) => !look.missing[missing[kind]].has(path),
	);
	if (isKnown) own.set(name, { asked: [...asked.values()], value });
	else own.delete(name);
	return value;
}

const missing = { file: "files", directory: "directories" } as const;

function recorder(look: Lookup, asked: Map<string, Asked>): Lookup {
	const ask = <K extends Asked["kind"]>(
		kind: K,
		path: string,
	): ReturnType<Lookup[K]> => {
		const answer = look[kind](path) as ReturnType<Lookup[K]>;
		asked.set(`${kind} ${path}`, { kind, path, answer });
		return answer;
	};
	return {
		file: (path) => ask("file", path),
		directory: (path) => ask("directory", path),
		missing: look.missing,
	};
}
