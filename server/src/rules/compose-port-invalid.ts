import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composePortInvalid: Rule = {
	id: "compose-port-invalid",
	severity: "error",
	summary:
		"A port mapping is not one that compose accepts: nothing is started.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-port-invalid"),
};
