import { readRegex } from "../languages/nginx/regex/read.ts";
import { partOf } from "../languages/nginx/word.ts";
import { judgedPatterns } from "../topology/nginx/patterns.ts";
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
		for (const pattern of judgedPatterns(project)) {
			const { word, from, text, caseless, judged } = pattern;
			if (/\$\{[A-Z]|\{\{|<%/.test(text)) continue;
			const { mistake } = readRegex(text, caseless);
			if (!mistake) continue;
			if (
				mistake.pcre2 &&
				!judged.nginxes.every(
					(nginx) => isAtLeast(nginx, firstWithPcre2) === true,
				)
			)
				continue;
			yield {
				message: `The regular expression can't be read: ${mistake.message}. nginx does not start.`,
				at: partOf(word, from + mistake.start, from + mistake.end),
			};
		}
	},
};
