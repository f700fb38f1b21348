import type { Rule } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";

export const pm2Syntax: Rule = {
	id: "pm2-syntax",
	severity: "error",
	summary: "PM2 can't read the file: no app of it starts.",
	reads: "text",
	check: (project) => syntaxFindings(project, "pm2-syntax"),
};
