import { removeDirective } from "../languages/nginx/edit.ts";
import { textOf } from "../topology/text-of.ts";
import { unusedUpstreams } from "../topology/unused-upstreams.ts";
import type { Rule } from "./rule.ts";

export const upstreamUnused: Rule = {
	id: "upstream-unused",
	severity: "hint",
	summary: "No pass directive names the upstream: it gets no request.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const { name, directive } of unusedUpstreams(nginx)) {
				yield {
					message: `No pass directive names upstream ${name.text}: it gets no request, but nginx still resolves its servers when it starts.`,
					at: name.at,
					tag: "unnecessary",
					fixes: [
						// Not preferred: one who is about to write the location would lose it.
						{
							title: `Remove upstream ${name.text}`,
							edits: () => [
								removeDirective(textOf(project, directive.at.path), directive),
							],
						},
					],
				};
			}
		}
	},
};
