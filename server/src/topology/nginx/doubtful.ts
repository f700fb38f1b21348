/**
 * The directives that nginx may refuse by themselves: for their place, their arguments, or one
 * like them in front. Nearly all of a configuration is plainly right, and that is seen here once
 * for all the rules that would say otherwise.
 */

import { oncePer } from "../../collections/once-per.ts";
import {
	directivesNamed,
	type KnownDirective,
} from "../../languages/nginx/catalog/catalog.ts";
import type { Context } from "../../languages/nginx/catalog/contexts.ts";
import { refusedFor } from "../../languages/nginx/repeated.ts";
import {
	allStatements,
	type Statement,
} from "../../languages/nginx/statements.ts";
import type { Directive } from "../../languages/nginx/tree.ts";
import {
	takesAnyText,
	wrongValues,
} from "../../languages/nginx/values/check.ts";
import { hasOrder } from "../../languages/nginx/values/order.ts";
import { isTable } from "../../languages/nginx/vocabulary.ts";
import type { Project } from "../model.ts";
import { type Judged, judgedNamed } from "./judged.ts";
import { partsOf } from "./placements.ts";
import { isKnownRight, rememberRight } from "./right.ts";

/** None with a name that nginx does not know. */
export const doubtful = oncePer((project: Project): readonly Judged[] => {
	const directives = new Set<Directive>();
	const names = new Set<string>();
	for (const nginx of project.nginxes)
		for (const { directives: whole, contextsOf } of partsOf(nginx)) {
			const meant = meanings();
			// In the order of the file, in which memory is read fastest.
			for (const statement of allStatements(whole)) {
				const contexts = contextsOf(statement);
				if (contexts.length === 0) continue;
				const { directive } = statement;
				const { text } = directive.name;
				const meaning = meant(text, contexts);
				if (meaning === "unknown" || isPlain(statement, meaning)) continue;
				directives.add(directive);
				names.add(text);
			}
		}
	return [...names].flatMap((name) =>
		judgedNamed(project, name).filter(({ directive }) =>
			directives.has(directive),
		),
	);
});

/** What a name stands for. */
type Meaning = One | "several or none" | "unknown";

interface One {
	readonly known: KnownDirective;
	readonly takesAnyText: boolean;
}

/** Most of a name stand in the same contexts as the one before. */
function meanings(): (name: string, contexts: readonly Context[]) => Meaning {
	const last = new Map<
		string,
		{ contexts: readonly Context[]; meaning: Meaning }
	>();
	return (name, contexts) => {
		const before = last.get(name);
		if (before?.contexts === contexts) return before.meaning;
		const meaning = meaningIn(contexts, name);
		last.set(name, { contexts, meaning });
		return meaning;
	};
}

function meaningIn(contexts: readonly Context[], name: string): Meaning {
	const all = directivesNamed(name);
	if (all.length === 0) return "unknown";
	const [first, ...others] = all.filter((each) =>
		contexts.some((context) => each.contexts.includes(context)),
	);
	return first && others.length === 0
		? { known: first, takesAnyText: takesAnyText(first) && !hasOrder(name) }
		: "several or none";
}

function isPlain(
	statement: Statement,
	meant: One | "several or none",
): boolean {
	if (meant === "several or none") return false;
	const { directive } = statement;
	const { args, block } = directive;
	const { known, takesAnyText } = meant;
	return (
		known.block === (block !== undefined) &&
		args.length >= known.arity.min &&
		args.length <= known.arity.max &&
		!refusedFor(directive, statement.level, known.once) &&
		((takesAnyText && !directive.mayNameVariables) || isRight(directive, known))
	);
}

function isRight(directive: Directive, meant: KnownDirective): boolean {
	const { text } = directive.name;
	// What stands around these, or in their block, has a say.
	if (hasOrder(text) || isTable(text)) return false;
	if (isKnownRight(directive, meant)) return true;
	if (wrongValues(directive, meant).length > 0) return false;
	rememberRight(directive, meant);
	return true;
}
