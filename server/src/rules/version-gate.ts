/** What an nginx of a known version does not know yet, or not any more. */

import { oncePer } from "../collections/once-per.ts";
import { isBefore } from "../languages/dockerfile/nginx-version.ts";
import { type Change, changes } from "../languages/nginx/history.ts";
import { statementsWith } from "../languages/nginx/statements.ts";
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
export const gatedWords = oncePer((nginx: Nginx): readonly Gated[] => {
	const { version, facts } = nginx;
	if (version.kind === "unknown") return [];
	return statementsWith(facts.directives, (name) => byName.has(name)).flatMap(
		({ directive, around }) => {
			const within = around?.directive;
			return (byName.get(directive.name.text) ?? []).flatMap(
				(change): Gated[] => {
					if (change.within && change.within !== within?.name.text) return [];
					const { parameter } = change;
					const word = parameter
						? directive.args.find(({ text }) => parameter.test(text))
						: directive.name;
					return word ? [{ change, directive, word, within }] : [];
				},
			);
		},
	);
});

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
