import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const rewriteFlag: Rule = {
	id: "rewrite-flag",
	severity: "error",
	summary: "rewrite ends with a word that is no flag: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { directive } of judgedNamed(project, "rewrite")) {
			const [, , flag, more] = directive.args;
			if (!flag || more) continue;
			if (flags.includes(flag.text) || /[${]/.test(flag.text)) continue;
			const meant = apache(flag.text) ?? nearestWord(flag.text, flags);
			yield {
				message: `"${flag.text}" is no flag of rewrite: they are last, break, redirect (302) and permanent (301). nginx does not start.`,
				at: flag.at,
				fixes: meant
					? [
							{
								title: `Write ${meant}`,
								preferred: true,
								edits: () => [replace(flag.at, meant)],
							},
						]
					: [],
			};
		}
	},
};

/** ngx_http_rewrite: compared letter by letter. */
const flags = ["last", "break", "redirect", "permanent"];

/** Those of mod_rewrite, and the codes themselves. */
function apache(text: string): string | undefined {
	const flag = text.replace(/^\[|\]$/g, "").toUpperCase();
	if (/^(R=)?301(,L)?$|^L,R=301$/.test(flag)) return "permanent";
	if (/^(R|R=302|302)(,L)?$|^L,R(=302)?$/.test(flag)) return "redirect";
	return /^(L|LAST|\[L\])$/.test(flag) ? "last" : undefined;
}
