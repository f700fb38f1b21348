import { insertAfter } from "../languages/nginx/edit.ts";
import { find, findAll } from "../languages/nginx/find.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx } from "../topology/model.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Rule } from "./rule.ts";

export const allowWithoutDeny: Rule = {
	id: "allow-without-deny",
	severity: "warning",
	summary: "allow keeps nobody out: there is no deny beside it.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "allow")) {
			const last = inEvery(judged, lastAllow);
			if (!last) continue;
			yield {
				message: `allow ${judged.directive.args[0]?.text} stands without a deny: nginx lets everybody else in too.`,
				at: judged.directive.at,
				fixes: [
					{
						title: "Deny all others",
						edits: () => [
							insertAfter(textOf(project, last.at.path), last, ["deny all;"]),
						],
					},
				],
			};
		}
	},
};

/**
 * Of a block's first allow, where nothing in the block denies: a block with rules of its own
 * inherits none (ngx_http_access_merge_loc_conf), and whom no rule names is let in.
 */
function lastAllow(placement: Statement, nginx: Nginx): Directive | undefined {
	const { level, directive } = placement;
	const allows = findAll(level, "allow");
	const levels = levelsOf(placement);
	// With satisfy any it spares some the password.
	const satisfied = levels.some((each) =>
		findAll(each, "satisfy").some(({ args }) => args[0]?.text === "any"),
	);
	if (
		allows[0] !== directive ||
		allows.some(({ args }) => args[0]?.text === "all") ||
		find(level, "deny") ||
		satisfied ||
		!levelsKnown(nginx, { levels: [level] })
	)
		return undefined;
	return allows.at(-1);
}
