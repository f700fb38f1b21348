import { find } from "../languages/nginx/find.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import {
	type Dropped,
	droppedHeaders,
	namesOf,
	notInherited,
	repeatHere,
} from "./dropped-headers.ts";
import type { Finding, Rule } from "./rule.ts";

export const addHeaderInheritance: Rule = {
	id: "add-header-inheritance",
	severity: "warning",
	summary:
		"A block with an add_header of its own loses those of the blocks around it.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "add_header")) {
			const dropped = inEvery(judged, droppedBy);
			if (dropped) yield finding(dropped, project);
		}
	},
};

/** By a block's first add_header (ngx_http_headers_merge_conf). */
function droppedBy(placement: Statement, nginx: Nginx): Dropped | undefined {
	const { directive } = placement;
	const levels = levelsOf(placement);
	const dropped = droppedHeaders("add_header", levels, directive.at, nginx);
	if (dropped?.first !== directive) return undefined;
	// Since nginx 1.29.3 a block can have both.
	if (levels.some((level) => find(level, "add_header_inherit")))
		return undefined;
	// The answer to a preflight request: no page that a header could protect.
	if (find(placement.level, "return")?.args[0]?.text === "204")
		return undefined;
	return dropped;
}

function finding(dropped: Dropped, project: Project): Finding {
	const names = namesOf(dropped);
	return {
		message: `With an add_header of its own this block drops those around it: ${names.join(", ")} ${names.length > 1 ? "are" : "is"} not sent here.`,
		at: dropped.first.at,
		...(!names.some(protects) && { severity: "info" }),
		related: notInherited(dropped),
		fixes: [repeatHere(dropped, project)],
	};
}

/** A browser that does not get it protects less. */
function protects(name: string): boolean {
	return /^(strict-transport-security|content-security-policy|x-frame-options|x-content-type-options|permissions-policy|referrer-policy|cross-origin-.*-policy)$/i.test(
		name,
	);
}
