/** The names of a configuration: each place that declares or uses one, in the order in which nginx reads them. */

import { groupBy } from "../../../collections/group-by.ts";
import { oncePer } from "../../../collections/once-per.ts";
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
export const readNames = oncePer((facts: NginxFacts): readonly Mention[] => {
	const found: Mention[] = [];
	const surroundings = surroundingsIn(facts);
	for (const statement of statementsWith(facts.directives, isRead)) {
		const mentions = namesIn(statement.directive);
		if (mentions.length === 0) continue;
		const { directive } = statement;
		const around = surroundings(statement);
		for (const each of mentions) found.push({ ...each, ...around, directive });
	}
	return found;
});

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

/** What a name could mean where it is used. */
export function declarations(
	facts: NginxFacts,
	kind: NameKind,
	{ protocol }: Pick<Mention, "protocol">,
): readonly Mention[] {
	return declared(facts).get(`${protocol} ${kind}`) ?? [];
}

const declared = oncePer((facts: NginxFacts) =>
	groupBy(
		readNames(facts).filter(({ isDeclaration }) => isDeclaration),
		({ protocol, kind }) => `${protocol} ${kind}`,
	),
);

export function sameName(
	one: Pick<Mention, "kind" | "name">,
	other: Pick<Mention, "kind" | "name">,
): boolean {
	return one.kind === other.kind && keyOf(one) === keyOf(other);
}
