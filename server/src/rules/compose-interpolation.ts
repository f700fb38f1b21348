import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeInterpolation: Rule = {
	id: "compose-interpolation",
	severity: "error",
	summary: "A variable is written so that compose refuses it.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-interpolation"),
};
