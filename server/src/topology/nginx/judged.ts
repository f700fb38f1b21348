/**
 * Every directive of a project's nginx files with all the ways in which nginx reads it: a fragment
 * may be included at several places and by several configurations, and is wrong only if it is
 * wrong in each of them.
 */

import type { Directive } from "../../languages/nginx/tree.ts";
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
	const found = new Map<
		string,
		{ directive: Directive; placements: Placement[]; nginxes: Nginx[] }
	>();
	for (const nginx of project.nginxes)
		for (const placement of placementsIn(nginx)) {
			const { directive } = placement;
			const { path, start } = directive.name.at;
			const key = `${path}\0${start}`;
			const same = found.get(key);
			if (same) {
				same.placements.push(placement);
				same.nginxes.push(nginx);
			} else if (!broken.some(({ at }) => isAt(directive, at)))
				found.set(key, {
					directive,
					placements: [placement],
					nginxes: [nginx],
				});
		}
	const all = [...found.values()];
	known.set(project, all);
	return all;
}

const indexes = new WeakMap<Project, ReadonlyMap<string, readonly Judged[]>>();

/** Those of one name. */
export function judgedNamed(project: Project, name: string): readonly Judged[] {
	let index = indexes.get(project);
	if (!index) {
		const made = new Map<string, Judged[]>();
		for (const judged of judgedDirectives(project)) {
			const { text } = judged.directive.name;
			const same = made.get(text);
			if (same) same.push(judged);
			else made.set(text, [judged]);
		}
		index = made;
		indexes.set(project, index);
	}
	return index.get(name) ?? [];
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
