/** What nginx refuses in the arguments of directives, in each context in which they stand: what three rules share. */

import {
	directivesNamed,
	type KnownDirective,
} from "../languages/nginx/catalog/catalog.ts";
import type { Context } from "../languages/nginx/catalog/contexts.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { isPlaceholder, wrongValues } from "../languages/nginx/values/check.ts";
import { wrongOrder } from "../languages/nginx/values/order.ts";
import type { Wrong } from "../languages/nginx/values/wrong.ts";
import { replace } from "../text/edit.ts";
import type { Project } from "../topology/model.ts";
import { type Judged, judgedByName } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding } from "./rule.ts";

const known = new WeakMap<Project, readonly Wrong[]>();

export function wrongValueFindings(
	project: Project,
	kind: Wrong["kind"],
): readonly Finding[] {
	return allWrong(project)
		.filter((wrong) => wrong.kind === kind)
		.map((wrong) => finding(wrong, project));
}

function allWrong(project: Project): readonly Wrong[] {
	const before = known.get(project);
	if (before) return before;
	const found: Wrong[] = [];
	for (const [name, judged] of judgedByName(project)) {
		const all = directivesNamed(name);
		if (all.length === 0) continue;
		for (const each of judged)
			for (const wrong of wrongEverywhere(each, all))
				if (!isFilledIn(wrong.at, project)) found.push(wrong);
	}
	known.set(project, found);
	return found;
}

function wrongEverywhere(
	{ directive, placements }: Judged,
	all: readonly KnownDirective[],
): readonly Wrong[] {
	let found: readonly Wrong[] | undefined;
	const count = directive.args.length;
	// Wrong place, wrong number: others say so.
	for (const { contexts, level } of placements)
		for (const known of knownIn(all, contexts)) {
			if (count < known.arity.min || count > known.arity.max) return [];
			const order = wrongOrder(directive, level);
			const wrong = order ? [order] : wrongIn(directive, known);
			if (wrong.length === 0) return [];
			found ??= wrong;
		}
	return found ?? [];
}

const meant = new WeakMap<
	readonly KnownDirective[],
	Map<readonly Context[], readonly KnownDirective[]>
>();

/** What a name stands for in each of these contexts. */
function knownIn(
	all: readonly KnownDirective[],
	contexts: readonly Context[],
): readonly KnownDirective[] {
	const byContexts = meant.get(all) ?? new Map();
	meant.set(all, byContexts);
	const before = byContexts.get(contexts);
	if (before) return before;
	const found = contexts.flatMap(
		(context) => all.find((each) => each.contexts.includes(context)) ?? [],
	);
	// Only arrays of one context are shared and asked for again.
	if (contexts.length === 1) byContexts.set(contexts, found);
	return found;
}

/** Most statements of a large configuration stand in it many times, and in its next version again. */
const right = new Map<KnownDirective, Set<string>>();
const mostRight = 2000;

function wrongIn(
	directive: Directive,
	known: KnownDirective,
): readonly Wrong[] {
	if (directive.block) return wrongValues(directive, known);
	const [first, ...others] = directive.args;
	let key = first?.text ?? "";
	for (const { text } of others) key += `\0${text}`;
	const same = right.get(known) ?? new Set();
	right.set(known, same);
	if (same.has(key)) return [];
	const wrong = wrongValues(directive, known);
	if (wrong.length > 0) return wrong;
	if (same.size > mostRight) same.clear();
	same.add(key);
	return wrong;
}

function isFilledIn({ path, start, end }: Wrong["at"], project: Project) {
	const text = textOf(project, path);
	const from = text.lastIndexOf("\n", start) + 1;
	const word = text.slice(start, end);
	return (
		isPlaceholder(word) ||
		/\{\{|\{%|<%|<<|<\w+( \w+)*>/.test(
			text.slice(from, Math.max(end, text.indexOf("\n", end))),
		)
	);
}

function finding({ at, message, instead }: Wrong, project: Project): Finding {
	return {
		message: `${message}: nginx does not start.`,
		at,
		fixes: instead
			? [
					{
						title:
							textOf(project, at.path).slice(
								instead.at.start,
								instead.at.end,
							) === ""
								? `Insert "${instead.text}"`
								: `Write ${instead.text}`,
						preferred: true,
						edits: () => [replace(instead.at, instead.text)],
					},
				]
			: [],
	};
}
