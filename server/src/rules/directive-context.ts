import {
	directivesNamed,
	type KnownDirective,
} from "../languages/nginx/catalog/catalog.ts";
import {
	contexts as allContexts,
	type Context,
	protocolOf,
} from "../languages/nginx/catalog/contexts.ts";
import { type Judged, judgedByName } from "../topology/nginx/judged.ts";
import type { Placement } from "../topology/nginx/placements.ts";
import { contextsInWords, placeInWords } from "./nginx-words.ts";
import type { Finding, Rule } from "./rule.ts";

export const directiveContext: Rule = {
	id: "directive-context",
	severity: "error",
	summary:
		"A directive stands where nginx does not allow it: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const [name, all] of judgedByName(project)) {
			const known = directivesNamed(name);
			if (known.length === 0 || known.some(({ home }) => home !== undefined))
				continue;
			const allowed = allContexts.filter((context) =>
				known.some(({ contexts }) => contexts.includes(context)),
			);
			let fine: readonly Context[] | undefined;
			for (const judged of all) {
				const here = judged.placements[0]?.contexts;
				if (here === undefined || here === fine) continue;
				if (here.some((context) => allowed.includes(context))) {
					fine = here;
					continue;
				}
				const finding = misplaced(judged, known, allowed);
				if (finding) yield finding;
			}
		}
	},
};

/** ngx_conf_handler looks at every module's directive of that name; none that allows the context is "not allowed here". */
function misplaced(
	{ directive, placements }: Judged,
	all: readonly KnownDirective[],
	allowed: readonly Context[],
): Finding | undefined {
	const name = directive.name.text;
	const isAllowed = ({ contexts }: Placement) =>
		contexts.some((context) => allowed.includes(context));
	const [first] = placements;
	if (!first || placements.some(isAllowed)) return undefined;
	const here = [...new Set(placements.flatMap(({ contexts }) => contexts))];
	const outer = first.around?.directive;
	// Of several protocols the one that is spoken here.
	const near = allowed.filter((context) =>
		here.some((each) => protocolOf(each) === protocolOf(context)),
	);
	const commercial = all.every((known) => known.commercial);
	return {
		message:
			commercial && near.length > 0
				? `nginx knows no ${name} ${here.map(placeInWords).join(" and ")}: only its commercial version has it, in ${contextsInWords(allowed)}. nginx does not start.`
				: commercial
					? `nginx knows no ${name} ${here.map(placeInWords).join(" and ")}: nginx does not start.`
					: `${name} is not allowed ${here.map(placeInWords).join(" and ")}: it belongs into ${contextsInWords(near.length > 0 ? near : allowed)}. nginx does not start.`,
		at: directive.name.at,
		related:
			outer && outer.at.path !== directive.at.path
				? [{ at: outer.name.at, message: "the block that includes it" }]
				: [],
	};
}
