import { insertBefore } from "../languages/nginx/edit.ts";
import { find, findAll } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { levelsKnown } from "../topology/levels.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { inEvery, judgedNamed } from "../topology/nginx/judged.ts";
import { levelsOf, type Placement } from "../topology/nginx/placements.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const addHeaderInheritance: Rule = {
	id: "add-header-inheritance",
	severity: "warning",
	summary:
		"A block with an add_header of its own loses those of the blocks around it.",
	reads: "topology",

	*check(project) {
		for (const judged of judgedNamed(project, "add_header")) {
			const headers = inEvery(judged, (placement, nginx) =>
				lost(nginx, placement),
			);
			if (headers) yield finding(judged.directive, headers, project);
		}
	},
};

type Headers = readonly [Directive, ...Directive[]];

/** Of a block's first add_header: those around it that are not sent (ngx_http_headers_merge_conf). */
function lost(nginx: Nginx, placement: Placement): Headers | undefined {
	const { directive } = placement;
	const levels = levelsOf(placement);
	const [own = [], ...outer] = levels.map((level) =>
		findAll(level, "add_header").filter(({ at }) =>
			loadedTogether(nginx, at, directive.at),
		),
	);
	// Since nginx 1.29.3 a block can have both.
	const inherits = levels.find((level) => find(level, "add_header_inherit"));
	if (own[0] !== directive || inherits || !levelsKnown(nginx, { levels }))
		return undefined;
	const around = outer.find((level) => level.length > 0) ?? [];
	const names = new Set(own.map(nameOf));
	const [first, ...others] = around.filter(
		(each) => !names.has(nameOf(each)) && !/[${]/.test(nameOf(each)),
	);
	return first && [first, ...others];
}

function finding(
	first: Directive,
	headers: Headers,
	project: Project,
): Finding {
	const names = [...new Set(headers.map(({ args }) => args[0]?.text ?? ""))];
	return {
		message: `With an add_header of its own this block drops those around it: ${names.join(", ")} ${names.length > 1 ? "are" : "is"} not sent here.`,
		at: first.at,
		...(!names.some(protects) && { severity: "info" }),
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

/** A browser that does not get it protects less. */
function protects(name: string): boolean {
	return /^(strict-transport-security|content-security-policy|x-frame-options|x-content-type-options|permissions-policy|referrer-policy|cross-origin-.*-policy)$/i.test(
		name,
	);
}

function nameOf({ args }: Directive): string {
	return args[0]?.text.toLowerCase() ?? "";
}
