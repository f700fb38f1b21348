/**
 * Every directive of a project's nginx files with all the ways in which nginx reads it: a fragment
 * may be included at several places and by several configurations, and is wrong only if it is
 * wrong in each of them.
 */

import type { Directive, Word } from "../../languages/nginx/tree.ts";
import type { Nginx, Project } from "../model.ts";
import { type Placement, placementsIn } from "./placements.ts";

export interface Judged {
	readonly directive: Directive;
	/** At least one. */
	readonly placements: readonly Placement[];
	/** Those that read it; one that has it twice stands twice. */
	readonly nginxes: readonly Nginx[];
}

const known = new WeakMap<Project, readonly Judged[]>();

export function judgedDirectives(project: Project): readonly Judged[] {
	const before = known.get(project);
	if (before) return before;
	const broken = project.syntax.filter(({ rule }) =>
		/^(nginx-syntax|regex-brace-unquoted)$/.test(rule),
	);
	const all: Reading[] = [];
	const found = new Map<Word | string, Reading>();
	for (const nginx of project.nginxes) {
		const alone = [nginx];
		// What stands in the only configuration's own file is read once.
		const once = project.nginxes.length === 1 ? nginx.path : undefined;
		for (const placement of placementsIn(nginx)) {
			const { directive } = placement;
			const key =
				directive.name.at.path === once ? undefined : keyOf(directive.name);
			const same = key && found.get(key);
			if (same) {
				same.placements.push(placement);
				same.nginxes = [...same.nginxes, nginx];
				continue;
			}
			if (broken.length > 0 && broken.some(({ at }) => isAt(directive, at)))
				continue;
			const first = { directive, placements: [placement], nginxes: alone };
			all.push(first);
			if (key) found.set(key, first);
		}
	}
	known.set(project, all);
	return all;
}

interface Reading extends Judged {
	readonly placements: Placement[];
	nginxes: readonly Nginx[];
}

/** A file is read once, and its words stay what they are; of a template each container has words of its own. */
function keyOf(name: Word): Word | string {
	return name.units ? `${name.at.path}\0${name.at.start}` : name;
}

const indexes = new WeakMap<Project, ReadonlyMap<string, readonly Judged[]>>();

export function judgedByName(
	project: Project,
): ReadonlyMap<string, readonly Judged[]> {
	const before = indexes.get(project);
	if (before) return before;
	const index = new Map<string, Judged[]>();
	for (const judged of judgedDirectives(project)) {
		const { text } = judged.directive.name;
		const same = index.get(text);
		if (same) same.push(judged);
		else index.set(text, [judged]);
	}
	indexes.set(project, index);
	return index;
}

/** Those of one name. */
export function judgedNamed(project: Project, name: string): readonly Judged[] {
	return judgedByName(project).get(name) ?? [];
}

/** What the first reading gives, if every reading gives something. */
export function inEvery<T>(
	{ placements, nginxes }: Judged,
	judge: (placement: Placement, nginx: Nginx) => T | undefined,
): T | undefined {
	let first: T | undefined;
	for (const [i, placement] of placements.entries()) {
		const nginx = nginxes[i];
		const found = nginx && judge(placement, nginx);
		if (found === undefined) return undefined;
		first ??= found;
	}
	return first;
}

/** What could not be read says so itself. */
function isAt(
	{ name, args, at, block }: Directive,
	problem: Project["syntax"][number]["at"],
): boolean {
	const end = block ? (args.at(-1) ?? name).at.end : at.end;
	return (
		problem.path === at.path && problem.start <= end && problem.end >= at.start
	);
}
