import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeSyntax: Rule = {
	id: "compose-syntax",
	severity: "error",
	summary:
		"The file is no YAML, or not what compose accepts: nothing is started.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-syntax"),
};
