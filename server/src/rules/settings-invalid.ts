import { readSettings } from "../topology/settings-file.ts";
import type { Rule } from "./rule.ts";

export const settingsInvalid: Rule = {
	id: "settings-invalid",
	severity: "warning",
	summary:
		"edgewise.json says something that Edgewise does not know, and so leaves out.",
	reads: "text",

	check({ settingsFile: { path, text } }) {
		return text === undefined ? [] : readSettings(path, text).problems;
	},
};
