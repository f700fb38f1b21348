/** What an nginx of a known version does not know yet, or not any more. */

import { isBefore } from "../languages/dockerfile/nginx-version.ts";
import { childrenOf } from "../languages/nginx/find.ts";
import { type Change, changes } from "../languages/nginx/history.ts";
import type { Directive, Word } from "../languages/nginx/tree.ts";
import type { Nginx } from "../topology/model.ts";

export interface Gated {
	readonly change: Change;
	readonly directive: Directive;
	/** The parameter, else the directive's name. */
	readonly word: Word;
	/** The block that it stands in. */
	readonly within: Directive | undefined;
}

/** Every use of something that changed, in an nginx of known version. */
export function gatedWords({ version, facts }: Nginx): readonly Gated[] {
	if (version.kind === "unknown") return [];
	const found: Gated[] = [];
	walk(facts.directives, undefined);
	return found;

	function walk(
		level: readonly Directive[],
		within: Directive | undefined,
	): void {
		for (const directive of level) {
			for (const change of byName.get(directive.name.text) ?? []) {
				if (change.within && change.within !== within?.name.text) continue;
				const { parameter } = change;
				const word = parameter
					? directive.args.find(({ text }) => parameter.test(text))
					: directive.name;
				if (word) found.push({ change, directive, word, within });
			}
			walk(childrenOf(directive), directive);
		}
	}
}

/** Whether the nginx is at least that version; undefined where it can't be known. */
export function isAtLeast(
	{ version }: Nginx,
	wanted: string,
): boolean | undefined {
	const before = isBefore(version, wanted);
	return before === undefined ? undefined : !before;
}

/** `nginx 1.25.1`, `nginx 1.24`, as far as the tag says. */
export function versionText({ version }: Nginx): string {
	switch (version.kind) {
		case "exact":
			return `nginx ${version.major}.${version.minor}.${version.patch}`;
		case "branch":
			return `nginx ${version.major}.${version.minor}`;
		case "floating":
			return `the current nginx (${version.channel})`;
		case "unknown":
			return "an unknown nginx";
	}
}

const byName: ReadonlyMap<string, readonly Change[]> = changes.reduce(
	(map, change) =>
		map.set(change.name, [...(map.get(change.name) ?? []), change]),
	new Map<string, Change[]>(),
);
