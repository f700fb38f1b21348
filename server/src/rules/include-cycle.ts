import type { Rule } from "./rule.ts";

export const includeCycle: Rule = {
	id: "include-cycle",
	severity: "error",
	summary: "Files include one another: nginx reads until it crashes.",
	reads: "topology",

	*check(project) {
		for (const { cycles, files } of project.nginxes) {
			for (const word of cycles) {
				if (!files.includes(word.at.path)) continue;
				yield {
					message: `${word.text} brings a file that is being read already: nginx includes it again and again until it crashes.`,
					at: word.at,
				};
			}
		}
	},
};
