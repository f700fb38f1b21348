import { changeWord } from "../languages/nginx/edit.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const serverTokens: Rule = {
	id: "server-tokens",
	severity: "info",
	summary: "nginx is told to tell its version.",
	reads: "topology",

	*check(project) {
		for (const { directive } of judgedNamed(project, "server_tokens")) {
			const [value] = directive.args;
			if (!value || !/^(on|build)$/.test(value.text)) continue;
			yield {
				message: `server_tokens ${value.text} tells everybody the version of nginx, in the Server header and on error pages: who looks for a known hole finds it.`,
				at: value.at,
				fixes: [
					{
						title: "Switch server_tokens off",
						edits: () => [changeWord(value, "off")],
					},
				],
			};
		}
	},
};
