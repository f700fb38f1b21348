import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeScaleConflict: Rule = {
	id: "compose-scale-conflict",
	severity: "error",
	summary: "scale and deploy.replicas of a service differ.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-scale-conflict"),
};
