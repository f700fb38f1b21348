import {
	namesWithPatterns,
	patternsOf,
} from "../languages/nginx/regex/patterns.ts";
import { readRegex } from "../languages/nginx/regex/read.ts";
import { partOf } from "../languages/nginx/word.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";
import { isAtLeast } from "./version-gate.ts";

/** CHANGES of nginx 1.21.5; its own packages and images are built with PCRE2 since. */
const firstWithPcre2 = "1.21.5";

export const regexInvalid: Rule = {
	id: "regex-invalid",
	severity: "error",
	summary:
		"A regular expression is none that PCRE can read: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { directive, nginxes } of namesWithPatterns.flatMap((name) =>
			judgedNamed(project, name),
		))
			for (const { word, from, text, caseless } of patternsOf(directive)) {
				if (/\$\{[A-Z]|\{\{|<%/.test(text)) continue;
				const { mistake } = readRegex(text, caseless);
				if (!mistake) continue;
				if (
					mistake.pcre2 &&
					!nginxes.every((nginx) => isAtLeast(nginx, firstWithPcre2) === true)
				)
					continue;
				yield {
					message: `The regular expression can't be read: ${mistake.message}. nginx does not start.`,
					at: partOf(word, from + mistake.start, from + mistake.end),
				};
			}
	},
};
