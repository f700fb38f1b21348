import type { Directive } from "../languages/nginx/tree.ts";
import type { Project } from "../topology/model.ts";
import {
	type Dropped,
	droppedHeaders,
	namesOf,
	notInherited,
	repeatHere,
} from "./dropped-headers.ts";
import type { Finding, Rule } from "./rule.ts";

export const proxyHeaderInheritance: Rule = {
	id: "proxy-header-inheritance",
	severity: "warning",
	summary:
		"A block with a proxy_set_header of its own loses those of the blocks around it.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const seen = new Set<Directive>();
			for (const { kind, levels, directive } of nginx.facts.passes) {
				if (kind !== "proxy_pass") continue;
				const { at } = directive;
				const found = droppedHeaders("proxy_set_header", levels, at, nginx);
				if (!found || seen.has(found.first)) continue;
				seen.add(found.first);
				yield finding(found, project);
			}
		}
	},
};

function finding(dropped: Dropped, project: Project): Finding {
	const names = namesOf(dropped);
	return {
		message: `With a proxy_set_header of its own this block drops those around it: ${names.join(", ")} ${names.length > 1 ? "are" : "is"} not set here.`,
		at: dropped.first.at,
		related: notInherited(dropped),
		fixes: [repeatHere(dropped, project)],
	};
}
