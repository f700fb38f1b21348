import { setField } from "../languages/pm2/edit.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const pm2ScriptMissing: Rule = {
	id: "pm2-script-missing",
	severity: "error",
	summary:
		"The script of a PM2 app is not there, and one of nearly its name is.",
	reads: "topology",

	*check(project) {
		for (const { apps, site } of project.ecosystems) {
			if (site.kind !== "host") continue;
			for (const { app, name, script } of apps) {
				const near = script?.near;
				if (!script || near === undefined) continue;
				yield {
					message: `${script.name} is not there: PM2 does not start ${name} ("Script not found").`,
					at: script.at,
					fixes: [
						{
							title: `Change the script to ${near}`,
							preferred: true,
							edits: () =>
								setField(textOf(project, app.at.path), app, "script", near),
						},
					],
				};
			}
		}
	},
};
