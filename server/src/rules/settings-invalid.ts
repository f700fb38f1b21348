import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Located, Place } from "../text/place.ts";
import { readSettings } from "../topology/settings-file.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

/** `ids`: of all rules, this one included. */
export function settingsInvalid(ids: () => readonly string[]): Rule {
	return {
		id: "settings-invalid",
		severity: "warning",
		summary:
			"edgewise.json says something that Edgewise does not know, and so leaves out.",
		reads: "text",

		check({ settingsFile: { path, text } }) {
			if (text === undefined) return [];
			const { problems, rules } = readSettings(path, text);
			return [
				...problems.map(
					({ message, at, misspelt }): Finding => ({
						message,
						at,
						fixes: misspelt ? [write(misspelt.instead, at)] : [],
					}),
				),
				...unknownRules(rules, ids()),
			];
		},
	};
}

function unknownRules(
	named: readonly Located<string>[],
	ids: readonly string[],
): readonly Finding[] {
	const there = new Set(named.map(({ value }) => value));
	return named
		.filter(({ value }) => !ids.includes(value))
		.map(({ value, at }): Finding => {
			const near = nearestWord(
				value,
				ids.filter((id) => !there.has(id)),
			);
			return {
				message: `edgewise.json: there is no rule ${value}.`,
				at,
				fixes: near === undefined ? [] : [write(near, at)],
			};
		});
}

/** `at`: of the key with its quotes. */
function write(key: string, at: Place): Fix {
	return {
		title: `Write ${key}`,
		preferred: true,
		edits: () => [replace(at, JSON.stringify(key))],
	};
}
