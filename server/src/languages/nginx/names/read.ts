/** The names of a configuration: each place that declares or uses one, in the order in which nginx reads them. */

import type { NginxFacts } from "../facts.ts";
import { statementsWith } from "../statements.ts";
import type { Directive } from "../tree.ts";
import { logFormatReaders } from "./log-formats.ts";
import {
	type Found,
	keyOf,
	type Mention,
	type NameKind,
	type Reader,
} from "./mention.ts";
import { namedLocationReaders } from "./named-locations.ts";
import { surroundingsIn } from "./surroundings.ts";
import { zoneReaders } from "./zones.ts";

/** Zones, log formats and named locations. */
export function readNames(facts: NginxFacts): readonly Mention[] {
	const known = read.get(facts);
	if (known) return known;
	const found: Mention[] = [];
	const surroundings = surroundingsIn(facts);
	for (const statement of statementsWith(facts.directives, isRead)) {
		const mentions = namesIn(statement.directive);
		if (mentions.length === 0) continue;
		const { directive } = statement;
		const around = surroundings(statement);
		for (const each of mentions) found.push({ ...each, ...around, directive });
	}
	read.set(facts, found);
	return found;
}

function isRead(name: string): boolean {
	return readers.has(name);
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
