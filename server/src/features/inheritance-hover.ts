/** What a directive takes the place of, and where another one takes its place. */

import { findAll } from "../languages/nginx/find.ts";
import {
	entryOf,
	familyOf,
	isInherited,
	isList,
} from "../languages/nginx/inheritance.ts";
import { levelsOf, type Statement } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Project } from "../topology/model.ts";
import { type Judged, judgedNamed } from "../topology/nginx/judged.ts";
import { where } from "./where.ts";

const most = 4;

/** In Markdown, a line each. */
export function inheritanceOf(
	directive: Directive,
	project: Project,
): readonly string[] {
	if (!isInherited(directive)) return [];
	const all = familyOf(directive.name.text).flatMap((name) =>
		judgedNamed(project, name),
	);
	const placement = all.find(
		(each) =>
			each.directive.name.at.path === directive.name.at.path &&
			each.directive.name.at.start === directive.name.at.start,
	)?.placements[0];
	if (!placement) return [];
	return [outer(placement, project), inner(placement, all, project)].filter(
		(line) => line !== undefined,
	);
}

/** Of the nearest block around that has any. */
function outer(placement: Statement, project: Project): string | undefined {
	const { directive } = placement;
	const family = familyOf(directive.name.text);
	const [own = [], ...around] = levelsOf(placement).map((level) =>
		family.flatMap((name) => findAll(level, name)),
	);
	const before = around.find((level) => level.length > 0) ?? [];
	const { path } = directive.at;
	const kept = new Set(own.map(entryOf));
	const lost = isList(directive)
		? before.filter((each) => !kept.has(entryOf(each)))
		: before;
	if (lost.length === 0) return undefined;
	const words = (each: Directive) =>
		family.length > 1
			? headOf(each)
			: isList(directive)
				? (each.args[0]?.text ?? "")
				: argumentsOf(each);
	const shown = lost
		.slice(0, most)
		.map((each) => `\`${words(each)}\` (${where(each.at, project, path)})`)
		.join(", ");
	const more = lost.length > most ? ` and ${lost.length - most} more` : "";
	return isList(directive)
		? `This block has ${family.map((name) => `\`${name}\``).join(" or ")} of its own and drops what it would inherit: ${shown}${more}.`
		: `Takes the place of ${shown}${more}.`;
}

/** The blocks below that have their own. */
function inner(
	placement: Statement,
	all: readonly Judged[],
	project: Project,
): string | undefined {
	const { directive, around } = placement;
	const blocks = new Map<Directive, Statement>();
	for (const { placements } of all)
		for (const each of placements) {
			const block = each.around;
			if (!block || block.directive === around?.directive) continue;
			if (isBelow(block, around)) blocks.set(block.directive, block);
		}
	if (blocks.size === 0) return undefined;
	const shown = [...blocks.values()]
		.slice(0, most)
		.map(
			(block) =>
				`\`${headOf(block.directive)}\` (${where(block.directive.at, project, directive.at.path)})`,
		);
	const more = blocks.size > most ? ` and ${blocks.size - most} more` : "";
	return `Holds in the blocks below, but for ${shown.join(", ")}${more}, which ${blocks.size > 1 ? "have" : "has"} ${isList(directive) ? "a list" : "one"} of ${blocks.size > 1 ? "their" : "its"} own.`;
}

function isBelow(block: Statement, outerBlock: Statement | undefined): boolean {
	for (let at = block.around; at; at = at.around)
		if (at.directive === outerBlock?.directive) return true;
	return outerBlock === undefined;
}

function headOf({ name, args }: Directive): string {
	return [name, ...args].map(({ text }) => text).join(" ");
}

function argumentsOf({ args }: Directive): string {
	return args.map(({ text }) => text).join(" ");
}
