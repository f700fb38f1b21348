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
import { isTable } from "../languages/nginx/vocabulary.ts";
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
		const meaning = meaningIn(all);
		for (const each of judged) {
			if (isRight(each, meaning)) continue;
			for (const wrong of wrongEverywhere(each, meaning))
				if (!isFilledIn(wrong.at, project)) found.push(wrong);
		}
	}
	known.set(project, found);
	return found;
}

/** What a name stands for in contexts; most ask for the same ones as the one before. */
type Meaning = (contexts: readonly Context[]) => readonly KnownDirective[];

function meaningIn(all: readonly KnownDirective[]): Meaning {
	let last: readonly Context[] | undefined;
	let found: readonly KnownDirective[] = [];
	return (contexts) => {
		if (contexts === last) return found;
		last = contexts;
		found = contexts.flatMap(
			(context) => all.find((each) => each.contexts.includes(context)) ?? [],
		);
		return found;
	};
}

/**
 * Statements that were found right, by what they stand for: most of a large configuration stands
 * in it many times, and in its next version again.
 */
const right = new Map<KnownDirective, Set<string>>();
const mostRight = 2000;

function isRight({ directive, placements }: Judged, meaning: Meaning): boolean {
	const placement = placements[0];
	if (!placement || placements.length > 1) return false;
	const meant = meaning(placement.contexts);
	const known = meant[0];
	return (
		known !== undefined &&
		meant.length === 1 &&
		right.get(known)?.has(keyOf(directive)) === true
	);
}

/** A loop and no copies: this runs for every statement at every keystroke. */
function keyOf({ args }: Directive): string {
	let key = args[0]?.text ?? "";
	for (let i = 1; i < args.length; i++) key += `\0${args[i]?.text}`;
	return key;
}

function wrongEverywhere(
	{ directive, placements }: Judged,
	meaning: Meaning,
): readonly Wrong[] {
	let found: readonly Wrong[] | undefined;
	const count = directive.args.length;
	// Wrong place, wrong number: others say so.
	for (const { contexts, level } of placements)
		for (const known of meaning(contexts)) {
			if (count < known.arity.min || count > known.arity.max) return [];
			const order = wrongOrder(directive, level);
			const wrong = order ? [order] : wrongValues(directive, known);
			if (wrong.length === 0) {
				if (isAlike(directive)) remember(known, directive);
				return [];
			}
			found ??= wrong;
		}
	return found ?? [];
}

/** Neither what stands around it nor its block says whether it is right. */
function isAlike({ name }: Directive): boolean {
	return (
		!isTable(name.text) && !/^(proxy_redirect|load_module)$/.test(name.text)
	);
}

function remember(known: KnownDirective, directive: Directive): void {
	let same = right.get(known);
	if (!same || same.size > mostRight) {
		same = new Set();
		right.set(known, same);
	}
	same.add(keyOf(directive));
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
