import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeCycle: Rule = {
	id: "compose-cycle",
	severity: "error",
	summary: "Services, files or templates wait for each other in a circle.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-cycle"),
};
