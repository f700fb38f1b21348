import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const regexBraceUnquoted: Rule = {
	id: "regex-brace-unquoted",
	severity: "error",
	summary:
		"A text with a brace, {3} in a regular expression, lacks its quotes: nginx does not start.",
	reads: "text",
	check: (project) => syntaxFindings(project, "regex-brace-unquoted"),
};
