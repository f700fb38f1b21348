/** The names of a configuration: each place that declares or uses one, in the order in which nginx reads them. */

import type { NginxFacts, Protocol } from "../facts.ts";
import type { Directive } from "../tree.ts";
import { isTable } from "../vocabulary.ts";
import { logFormatReaders } from "./log-formats.ts";
import {
	type Found,
	keyOf,
	type Mention,
	type NameKind,
	type Reader,
} from "./mention.ts";
import { namedLocationReaders } from "./named-locations.ts";
import { zoneReaders } from "./zones.ts";

/** Zones, log formats and named locations. */
export function readNames(facts: NginxFacts): readonly Mention[] {
	const known = read.get(facts);
	if (known) return known;
	const found: Mention[] = [];
	for (const around of placedStatements(facts))
		for (const each of namesIn(around.directive))
			found.push({ ...each, ...around });
	read.set(facts, found);
	return found;
}

/** What one directive declares or uses. */
export function namesIn(directive: Directive): readonly Found[] {
	return readers.get(directive.name.text)?.(directive) ?? [];
}

const readers: ReadonlyMap<string, Reader> = new Map([
	...zoneReaders,
	...logFormatReaders,
	...namedLocationReaders,
]);

const read = new WeakMap<NginxFacts, readonly Mention[]>();

/** What a name could mean where it is used. */
export function declarations(
	facts: NginxFacts,
	kind: NameKind,
	{ protocol }: Pick<Mention, "protocol">,
): readonly Mention[] {
	const index = declared.get(facts) ?? byKind(facts);
	declared.set(facts, index);
	return index.get(`${protocol} ${kind}`) ?? [];
}

const declared = new WeakMap<
	NginxFacts,
	ReadonlyMap<string, readonly Mention[]>
>();

function byKind(facts: NginxFacts): ReadonlyMap<string, readonly Mention[]> {
	const index = new Map<string, Mention[]>();
	for (const each of readNames(facts)) {
		if (!each.isDeclaration) continue;
		const key = `${each.protocol} ${each.kind}`;
		const same = index.get(key);
		if (same) same.push(each);
		else index.set(key, [each]);
	}
	return index;
}

export function sameName(
	one: Pick<Mention, "kind" | "name">,
	other: Pick<Mention, "kind" | "name">,
): boolean {
	return one.kind === other.kind && keyOf(one) === keyOf(other);
}

export type Around = Pick<Mention, "protocol" | "server">;

export interface Placed extends Around {
	readonly directive: Directive;
}

const placed = new WeakMap<NginxFacts, readonly Placed[]>();

/** Every statement that is a directive: not the entries of `map`, `types` and the like. */
export function placedStatements(facts: NginxFacts): readonly Placed[] {
	const known = placed.get(facts);
	if (known) return known;
	const { directives, servers } = facts;
	const protocols = new Map(
		servers.map(({ directive, protocol }) => [directive, protocol]),
	);
	const isStream =
		servers.length > 0 &&
		servers.every(({ protocol }) => protocol === "stream");
	const found: Placed[] = [];
	walk(directives, isStream ? "stream" : "http", undefined);
	placed.set(facts, found);
	return found;

	function walk(
		level: readonly Directive[],
		protocol: Protocol,
		server: Directive | undefined,
	): void {
		for (const directive of level) {
			found.push({ directive, protocol, server });
			const { name, block } = directive;
			if (block?.kind !== "directives" || isTable(name.text)) continue;
			if (isProtocol(name.text)) walk(block.directives, name.text, undefined);
			else if (name.text === "server")
				walk(block.directives, protocols.get(directive) ?? protocol, directive);
			else walk(block.directives, protocol, server);
		}
	}
}

function isProtocol(name: string): name is Protocol {
	return name === "http" || name === "stream" || name === "mail";
}
