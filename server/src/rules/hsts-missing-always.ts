import { insert } from "../text/edit.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const hstsMissingAlways: Rule = {
	id: "hsts-missing-always",
	severity: "info",
	summary: "Strict-Transport-Security is not sent with errors.",
	reads: "topology",

	*check(project) {
		for (const { directive } of judgedNamed(project, "add_header")) {
			const [header, value, ...others] = directive.args;
			if (
				header?.text.toLowerCase() !== "strict-transport-security" ||
				!value ||
				value.text === "" ||
				others.length > 0
			)
				continue;
			yield {
				message:
					"Without always nginx sends Strict-Transport-Security with 200, 204, 206 and 3xx only: a client whose first answer is an error is not told.",
				at: header.at,
				fixes: [
					{
						title: "Add always",
						preferred: true,
						edits: () => [insert(value.at.path, value.at.end, " always")],
					},
				],
			};
		}
	},
};
