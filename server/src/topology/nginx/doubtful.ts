/**
 * The directives that nginx may refuse by themselves: for their place, their arguments, or one
 * like them in front. Nearly all of a configuration is plainly right, and that is seen here once
 * for all the rules that would say otherwise.
 */

import {
	directivesNamed,
	type KnownDirective,
} from "../../languages/nginx/catalog/catalog.ts";
import type { Context } from "../../languages/nginx/catalog/contexts.ts";
import {
	type Statement,
	statementNames,
	statementsNamed,
} from "../../languages/nginx/statements.ts";
import type { Directive } from "../../languages/nginx/tree.ts";
import { wrongValues } from "../../languages/nginx/values/check.ts";
import { isTable } from "../../languages/nginx/vocabulary.ts";
import type { Project } from "../model.ts";
import { type Judged, judgedNamed } from "./judged.ts";
import { partsOf } from "./placements.ts";
import { isKnownRight, rememberRight } from "./right.ts";

const known = new WeakMap<Project, readonly Judged[]>();

/** None with a name that nginx does not know. */
export function doubtful(project: Project): readonly Judged[] {
	const before = known.get(project);
	if (before) return before;
	const directives = new Set<Directive>();
	const names = new Set<string>();
	for (const nginx of project.nginxes)
		for (const part of partsOf(nginx))
			for (const name of statementNames(part.directives)) {
				const all = directivesNamed(name);
				if (all.length === 0) continue;
				const meant = meaning(all);
				for (const statement of statementsNamed(part.directives, name)) {
					const contexts = part.contextsOf(statement);
					if (contexts.length === 0) continue;
					if (isPlain(statement, meant(contexts))) continue;
					directives.add(statement.directive);
					names.add(name);
				}
			}
	const found = [...names].flatMap((name) =>
		judgedNamed(project, name).filter(({ directive }) =>
			directives.has(directive),
		),
	);
	known.set(project, found);
	return found;
}

/** What a name stands for, if that is one thing; most ask for the same contexts as the one before. */
function meaning(
	all: readonly KnownDirective[],
): (contexts: readonly Context[]) => KnownDirective | undefined {
	let last: readonly Context[] | undefined;
	let found: KnownDirective | undefined;
	return (contexts) => {
		if (contexts === last) return found;
		const meant = all.filter((each) =>
			contexts.some((context) => each.contexts.includes(context)),
		);
		last = contexts;
		found = meant.length === 1 ? meant[0] : undefined;
		return found;
	};
}

function isPlain(
	statement: Statement,
	meant: KnownDirective | undefined,
): boolean {
	const { directive } = statement;
	const { args, block } = directive;
	return (
		meant !== undefined &&
		meant.block === (block !== undefined) &&
		args.length >= meant.arity.min &&
		args.length <= meant.arity.max &&
		!(meant.once && isSecond(statement)) &&
		isRight(directive, meant)
	);
}

function isSecond({ directive, level }: Statement): boolean {
	const { text } = directive.name;
	for (const each of level) {
		if (each === directive) return false;
		if (each.name.text === text || isOther(each.name.text, text)) return true;
	}
	return false;
}

/** alias is root's own slot (ngx_http_core_root). */
function isOther(one: string, other: string): boolean {
	return (
		(one === "root" && other === "alias") ||
		(one === "alias" && other === "root")
	);
}

function isRight(directive: Directive, meant: KnownDirective): boolean {
	const { text } = directive.name;
	// What stands in front of these, or in their block, has a say.
	if (text === "proxy_redirect" || text === "load_module" || isTable(text))
		return false;
	if (isKnownRight(directive, meant)) return true;
	if (wrongValues(directive, meant).length > 0) return false;
	rememberRight(directive, meant);
	return true;
}
