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
	eachStatement(facts, (directive, around) => {
		for (const each of namesIn(directive))
			found.push({ ...each, directive, ...around });
	});
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

/** Every statement that is a directive: not the entries of `map`, `types` and the like. */
export function eachStatement(
	{ directives, servers }: NginxFacts,
	visit: (directive: Directive, around: Around) => void,
): void {
	const protocols = new Map(
		servers.map(({ directive, protocol }) => [directive, protocol]),
	);
	const isStream =
		servers.length > 0 &&
		servers.every(({ protocol }) => protocol === "stream");
	walk(directives, {
		protocol: isStream ? "stream" : "http",
		server: undefined,
	});

	function walk(level: readonly Directive[], around: Around): void {
		for (const directive of level) {
			visit(directive, around);
			const { name, block } = directive;
			if (block?.kind === "directives" && !isTable(name.text))
				walk(block.directives, inside(directive, around));
		}
	}

	function inside(directive: Directive, around: Around): Around {
		const { text } = directive.name;
		if (isProtocol(text)) return { protocol: text, server: undefined };
		if (text !== "server") return around;
		return {
			protocol: protocols.get(directive) ?? around.protocol,
			server: directive,
		};
	}
}

function isProtocol(name: string): name is Protocol {
	return name === "http" || name === "stream" || name === "mail";
}
