import type { Rule } from "./rule.ts";
import { wrongValueFindings } from "./wrong-values.ts";

export const directiveValue: Rule = {
	id: "directive-value",
	severity: "error",
	summary:
		"A directive has an argument that nginx does not take: it does not start.",
	reads: "topology",
	check: (project) => wrongValueFindings(project, "value"),
};
