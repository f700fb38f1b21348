import { directivesNamed } from "../languages/nginx/catalog/catalog.ts";
import {
	contexts as allContexts,
	protocolOf,
} from "../languages/nginx/catalog/contexts.ts";
import { doubtful } from "../topology/nginx/doubtful.ts";
import type { Judged } from "../topology/nginx/judged.ts";
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
		for (const judged of doubtful(project)) {
			const finding = misplaced(judged);
			if (finding) yield finding;
		}
	},
};

/** ngx_conf_handler looks at every module's directive of that name; none that allows the context is "not allowed here". */
function misplaced({ directive, placements }: Judged): Finding | undefined {
	const name = directive.name.text;
	const all = directivesNamed(name);
	if (all.some(({ home }) => home !== undefined)) return undefined;
	const allowed = allContexts.filter((context) =>
		all.some(({ contexts }) => contexts.includes(context)),
	);
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
