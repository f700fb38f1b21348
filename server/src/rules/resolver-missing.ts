import { insertBefore } from "../languages/nginx/edit.ts";
import type { Pass } from "../languages/nginx/facts.ts";
import { inherited } from "../languages/nginx/find.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { runTimeNames } from "../topology/run-time-names.ts";
import { textOf } from "../topology/text-of.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Rule } from "./rule.ts";

export const resolverMissing: Rule = {
	id: "resolver-missing",
	severity: "error",
	summary:
		"A pass directive with a variable names a host, and no resolver is set: every request gets 502.",
	reads: "topology",

	*check(project) {
		for (const nginx of wholeNginxes(project)) {
			for (const pass of nginx.facts.passes) {
				const found = finding(pass, nginx, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	pass: Pass,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	if (!pass.atRunTime || inherited(pass.levels, "resolver").length > 0)
		return undefined;
	const [name] = runTimeNames(nginx.facts, pass);
	if (name === undefined) return undefined;
	return {
		message: `With a variable in ${pass.kind} nginx looks ${name} up at each request, and no resolver is set: each gets 502 ("no resolver defined to resolve ${name}"). nginx -t does not notice.`,
		at: pass.address.at,
		fixes:
			nginx.site.kind === "container"
				? [
						{
							title: "Add resolver 127.0.0.11, Docker's own",
							preferred: true,
							edits: () => [
								insertBefore(
									textOf(project, pass.directive.at.path),
									pass.directive,
									["resolver 127.0.0.11;"],
								),
							],
						},
					]
				: [],
	};
}
