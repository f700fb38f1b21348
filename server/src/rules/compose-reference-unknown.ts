import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeReferenceUnknown: Rule = {
	id: "compose-reference-unknown",
	severity: "error",
	summary:
		"A service, network, volume, config or secret is named and defined nowhere.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-reference-unknown"),
};
