/**
 * Shared memory zones: a directive with a size makes one, others name it. A zone belongs to the
 * module that made it (the tag of ngx_shared_memory_add), so that limit_conn can't use one of
 * limit_req_zone. Names compare with case.
 */

import type { Word } from "../tree.ts";
import { partOf } from "../word.ts";
import type { Found, NameKind, Reader } from "./mention.ts";

const caches = ["proxy", "fastcgi", "uwsgi", "scgi"] as const;

export const zoneReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>(
	[
		// ngx_http_limit_req_module.c
		["limit_req_zone", declared("limit_req-zone", "zone=", 1)],
		["limit_req", ({ args }) => args.flatMap(usedBehind("zone="))],
		// ngx_http_limit_conn_module.c, ngx_stream_limit_conn_module.c
		["limit_conn_zone", declared("limit_conn-zone", "zone=", 1)],
		["limit_conn", ({ args }) => used("limit_conn-zone", args[0])],
		// ngx_http_file_cache.c, ngx_http_proxy_module.c and its like
		...caches.flatMap((module): [string, Reader][] => [
			[`${module}_cache_path`, declared(`${module}-cache`, "keys_zone=", 1)],
			[
				`${module}_cache`,
				({ args }) =>
					args[0]?.text === "off" ? [] : used(`${module}-cache`, args[0]),
			],
		]),
	],
);

/** `zone=name:size` behind the first words. */
function declared(kind: NameKind, before: string, from: number): Reader {
	return ({ args }) =>
		args.slice(from).flatMap((word): Found[] => {
			if (!word.text.startsWith(before)) return [];
			const colon = word.text.indexOf(":", before.length);
			const end = colon === -1 ? word.text.length : colon;
			return [part(kind, word, before.length, end, true)];
		});
}

function usedBehind(before: string): (word: Word) => readonly Found[] {
	return (word) =>
		word.text.startsWith(before)
			? [part("limit_req-zone", word, before.length, word.text.length, false)]
			: [];
}

/** A cache whose name holds a variable is known at run time. */
function used(kind: NameKind, word: Word | undefined): readonly Found[] {
	return word && !word.text.includes("$")
		? [part(kind, word, 0, word.text.length, false)]
		: [];
}

function part(
	kind: NameKind,
	word: Word,
	from: number,
	to: number,
	isDeclaration: boolean,
): Found {
	return {
		kind,
		name: word.text.slice(from, to),
		at: partOf(word, from, to),
		isDeclaration,
	};
}
