import { findAll } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { judgedNamed } from "../topology/nginx/judged.ts";
import type { Rule } from "./rule.ts";

export const returnBypassesAccess: Rule = {
	id: "return-bypasses-access",
	severity: "warning",
	summary:
		"return answers before nginx looks at deny, a password or auth_request.",
	reads: "topology",

	*check(project) {
		for (const { directive, placements } of judgedNamed(project, "return")) {
			const checks = placements.map(({ level }) => checkIn(level));
			const [check] = checks;
			if (!check || checks.includes(undefined) || !isAnswer(directive))
				continue;
			yield {
				message: `return answers before nginx looks at ${check.name.text}: everybody gets this answer.`,
				at: directive.at,
				related: [{ at: check.at, message: "not asked" }],
			};
		}
	},
};

/** What is checked in the access phase, after the rewrite phase, to which return belongs (ngx_http_core_module.h). */
function checkIn(level: readonly Directive[]): Directive | undefined {
	return ["deny", "auth_basic", "auth_request", "auth_jwt"]
		.flatMap((name) => findAll(level, name))
		.find(({ args }) => args[0]?.text !== "off");
}

/** A refusal or a redirect gives nothing away. */
function isAnswer({ args }: Directive): boolean {
	return /^2\d\d$/.test(args[0]?.text ?? "");
}
