import type { Rule } from "./rule.ts";
import { wrongValueFindings } from "./wrong-values.ts";

export const sizeUnit: Rule = {
	id: "size-unit",
	severity: "error",
	summary:
		"A size has a unit that nginx does not read, or is no size: it does not start.",
	reads: "topology",
	check: (project) => wrongValueFindings(project, "size"),
};
