import type { Rule } from "./rule.ts";
import { wrongValueFindings } from "./wrong-values.ts";

export const timeUnit: Rule = {
	id: "time-unit",
	severity: "error",
	summary:
		"A time has a unit that nginx does not read, or is no time: it does not start.",
	reads: "topology",
	check: (project) => wrongValueFindings(project, "time"),
};
