import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const composeMergeKeyRepeated: Rule = {
	id: "compose-merge-key-repeated",
	severity: "error",
	summary: "A mapping has two merge keys (<<): compose refuses the file.",
	reads: "text",
	check: (project) => syntaxFindings(project, "compose-merge-key-repeated"),
};
