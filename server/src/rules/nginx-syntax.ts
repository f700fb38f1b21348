import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const nginxSyntax: Rule = {
	id: "nginx-syntax",
	severity: "error",
	summary: "nginx can't read the file: it does not start.",
	reads: "text",
	check: (project) => syntaxFindings(project, "nginx-syntax"),
};
