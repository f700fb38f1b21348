/**
 * Every directive of a project's nginx files with all the ways in which nginx reads it: a fragment
 * may be included at several places and by several configurations, and is wrong only if it is
 * wrong in each of them.
 */

import { oncePer } from "../../collections/once-per.ts";
import {
	statementNames,
	statementsNamed,
} from "../../languages/nginx/statements.ts";
import type { Directive, Word } from "../../languages/nginx/tree.ts";
import type { Nginx, Project } from "../model.ts";
import { type Placement, partsOf } from "./placements.ts";

export interface Judged {
	readonly directive: Directive;
	/** At least one. */
	readonly placements: readonly Placement[];
	/** Those that read it; one that has it twice stands twice. */
	readonly nginxes: readonly Nginx[];
}

/** Those of one name, in the order in which they are read first. */
export function judgedNamed(project: Project, name: string): readonly Judged[] {
	const names = known(project);
	const found = names.get(name) ?? readingsOf(project, name);
	names.set(name, found);
	return found;
}

const known = oncePer((_: Project) => new Map<string, readonly Judged[]>());

/** The names of all directives, as they are written. */
export function namesOf({ nginxes }: Project): ReadonlySet<string> {
	const found = new Set<string>();
	for (const nginx of nginxes)
		for (const { directives } of partsOf(nginx))
			for (const name of statementNames(directives)) found.add(name);
	return found;
}

function readingsOf(project: Project, name: string): readonly Judged[] {
	const broken = project.syntax.filter(({ rule }) =>
		/^(nginx-syntax|regex-brace-unquoted)$/.test(rule),
	);
	const all: Reading[] = [];
	const found = new Map<Word | string, Reading>();
	for (const nginx of project.nginxes) {
		const alone = [nginx];
		// What stands in the only configuration's own file is read once.
		const once = project.nginxes.length === 1 ? nginx.path : undefined;
		for (const placement of placementsNamed(nginx, name)) {
			const { directive } = placement;
			const key =
				directive.name.at.path === once ? undefined : keyOf(directive.name);
			const same = key && found.get(key);
			if (same) {
				same.placements.push(placement);
				same.nginxes = [...same.nginxes, nginx];
				continue;
			}
			if (broken.some(({ at }) => isAt(directive, at))) continue;
			const first = { directive, placements: [placement], nginxes: alone };
			all.push(first);
			if (key) found.set(key, first);
		}
	}
	return all;
}

function placementsNamed(nginx: Nginx, name: string): readonly Placement[] {
	const found: Placement[] = [];
	for (const { directives, contextsOf } of partsOf(nginx))
		for (const statement of statementsNamed(directives, name)) {
			const contexts = contextsOf(statement);
			if (contexts.length > 0) found.push({ ...statement, contexts });
		}
	return found;
}

interface Reading extends Judged {
	readonly placements: Placement[];
	nginxes: readonly Nginx[];
}

/** A file is read once, and its words stay what they are; of a template each container has words of its own. */
function keyOf(name: Word): Word | string {
	return name.units ? `${name.at.path}\0${name.at.start}` : name;
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
