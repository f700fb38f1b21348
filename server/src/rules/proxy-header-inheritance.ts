import { insertBefore } from "../languages/nginx/edit.ts";
import type { Pass } from "../languages/nginx/facts.ts";
import { findAll } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { levelsKnown } from "../topology/levels.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
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
			for (const pass of nginx.facts.passes) {
				const found = pass.kind === "proxy_pass" && lost(nginx, pass);
				if (!found || seen.has(found.first)) continue;
				seen.add(found.first);
				yield finding(found, project);
			}
		}
	},
};

interface Lost {
	/** The block's own first one. */
	readonly first: Directive;
	readonly headers: readonly [Directive, ...Directive[]];
}

function lost(nginx: Nginx, pass: Pass): Lost | undefined {
	// An include that is not here, proxy_params say, may set them again.
	if (!levelsKnown(nginx, pass)) return undefined;
	const [own, around] = pass.levels
		.map((level) =>
			findAll(level, "proxy_set_header").filter(({ at }) =>
				loadedTogether(nginx, at, pass.directive.at),
			),
		)
		.filter((level) => level.length > 0);
	const first = own?.[0];
	if (!own || !around || !first) return undefined;
	const names = new Set(own.map(nameOf));
	const [one, ...others] = around.filter((each) => !names.has(nameOf(each)));
	return one && { first, headers: [one, ...others] };
}

function finding({ first, headers }: Lost, project: Project): Finding {
	const names = [...new Set(headers.map(({ args }) => args[0]?.text ?? ""))];
	return {
		message: `With a proxy_set_header of its own this block drops those around it: ${names.join(", ")} ${names.length > 1 ? "are" : "is"} not set here.`,
		at: first.at,
		related: headers.map(({ at }) => ({ at, message: "not inherited" })),
		fixes: [
			{
				title: `Repeat ${names.join(", ")} here`,
				preferred: true,
				edits: () => [
					insertBefore(
						textOf(project, first.at.path),
						first,
						headers.map(({ at }) =>
							textOf(project, at.path).slice(at.start, at.end),
						),
					),
				],
			},
		],
	};
}

function nameOf({ args }: Directive): string {
	return args[0]?.text.toLowerCase() ?? "";
}
