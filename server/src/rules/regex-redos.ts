import { explodingRepeat } from "../languages/nginx/regex/backtracking.ts";
import { readRegex } from "../languages/nginx/regex/read.ts";
import { partOf } from "../languages/nginx/word.ts";
import { judgedPatterns } from "../topology/nginx/patterns.ts";
import type { Rule } from "./rule.ts";

export const regexRedos: Rule = {
	id: "regex-redos",
	severity: "info",
	summary:
		"A regular expression takes twice the time for each letter more: short requests keep a worker busy.",
	reads: "topology",

	*check(project) {
		for (const { word, from, text, caseless } of judgedPatterns(project)) {
			// Two repeats, one in the other, or none at all.
			if (!/\)[*+{]/.test(text)) continue;
			const regex = readRegex(text, caseless);
			const repeat = regex.mistake ? undefined : explodingRepeat(regex);
			if (!repeat) continue;
			yield {
				message: `${text.slice(repeat.start, repeat.end)} matches one text in very many ways, and PCRE tries them until its limit of ten million steps: a path of 25 letters keeps a worker busy for a tenth of a second, in which it serves nobody else.`,
				at: partOf(word, from + repeat.start, from + repeat.end),
			};
		}
	},
};
