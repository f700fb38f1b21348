import { changeWord } from "../languages/nginx/edit.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const hostSpoofing: Rule = {
	id: "host-spoofing",
	severity: "info",
	summary: "A service gets the Host header as the client sent it, unchecked.",
	reads: "topology",

	*check(project) {
		for (const name of ["proxy_set_header", "grpc_set_header"])
			for (const { directive } of judgedNamed(project, name)) {
				const [header, value] = directive.args;
				if (
					!value ||
					!/^\$\{?(http_host|arg_\w+|cookie_\w+)\}?$/i.test(value.text) ||
					header?.text.toLowerCase() !== "host"
				)
					continue;
				yield {
					message: `The service gets ${value.text} as its Host, which the client may write as it likes: nginx chooses the server by $host, and the two can differ.`,
					at: value.at,
					fixes: [
						{
							title: "Send $host",
							edits: () =>
								textOf(project, value.at.path).slice(
									value.at.start,
									value.at.end,
								) === value.text
									? [changeWord(value, "$host")]
									: [],
						},
					],
				};
			}
	},
};
