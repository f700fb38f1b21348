/** Small readers of statements. */

import { groupBy } from "../../collections/group-by.ts";
import { oncePer } from "../../collections/once-per.ts";
import type { Located } from "../../text/place.ts";
import type { UpstreamServer } from "./facts.ts";
import type { Directive, Word } from "./tree.ts";
import { partOf } from "./word.ts";

/** The statements of a directive's block; none where it has no block, or one of Lua. */
export function childrenOf({ block }: Directive): readonly Directive[] {
	return block?.kind === "directives" ? block.directives : [];
}

/** The first of that name. */
export function find(
	directives: readonly Directive[],
	name: string,
): Directive | undefined {
	return findAll(directives, name)[0];
}

export function findAll(
	directives: readonly Directive[],
	name: string,
): readonly Directive[] {
	if (directives.length <= few)
		return directives.filter((directive) => directive.name.text === name);
	return byName(directives).get(name) ?? [];
}

/** So many are looked through faster than an index is made. */
const few = 12;

/** http has a block for each site, and is asked for every one of them. */
const byName = oncePer((directives: readonly Directive[]) =>
	groupBy(directives, ({ name }) => name.text),
);

/**
 * What holds in the innermost level: those of the first level that has any. One proxy_set_header
 * or add_header of its own drops all that the levels around it have (the modules' merge_*_conf).
 */
export function inherited(
	levels: readonly (readonly Directive[])[],
	name: string,
): readonly Directive[] {
	for (const level of levels) {
		const own = findAll(level, name);
		if (own.length > 0) return own;
	}
	return [];
}

/** Flags are compared without case (ngx_conf_set_flag_slot). */
export function isOn(directive: Directive | undefined): boolean {
	return directive?.args[0]?.text.toLowerCase() === "on";
}

/** The value that proxy_set_header, grpc_set_header… gives a request header, in the levels around a pass; names compare without case. */
export function headerSet(
	levels: readonly (readonly Directive[])[],
	header: string,
	directive = "proxy_set_header",
): Word | undefined {
	const wanted = header.toLowerCase();
	return inherited(levels, directive).findLast(
		({ args }) => args[0]?.text.toLowerCase() === wanted,
	)?.args[1];
}

/** The value of `name=value` behind an upstream server's address. */
export function parameter(
	server: UpstreamServer,
	name: string,
): Located<string> | undefined {
	const word = server.parameters.find(
		({ text }) => text.startsWith(name) && text[name.length] === "=",
	);
	if (!word) return undefined;
	const from = name.length + 1;
	return {
		value: word.text.slice(from),
		at: partOf(word, from, word.text.length),
	};
}

/** `backup`, `down`, `resolve` behind an upstream server's address. */
export function flag(server: UpstreamServer, name: string): Word | undefined {
	return server.parameters.find(({ text }) => text === name);
}
