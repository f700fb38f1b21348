import { replace } from "../text/edit.ts";
import { between } from "../text/place.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const errorLogOff: Rule = {
	id: "error-log-off",
	severity: "warning",
	summary: "error_log off does not switch the log off: it writes a file.",
	reads: "topology",

	*check(project) {
		for (const { directive } of judgedNamed(project, "error_log")) {
			const { args } = directive;
			const [file] = args;
			if (file?.text !== "off") continue;
			const all = between(file.at, (args.at(-1) ?? file).at);
			yield {
				message:
					"error_log knows no off: nginx writes its errors into a file of the name off, in the directory that it was installed to.",
				at: file.at,
				fixes: [
					{
						title: "Send the log to /dev/null",
						preferred: true,
						edits: () => [replace(all, "/dev/null crit")],
					},
				],
			};
		}
	},
};
