import { removeDirective } from "../languages/nginx/edit.ts";
import {
	type Declared,
	declaredOnce,
} from "../languages/nginx/names/declared-once.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { samePlace } from "../text/place.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const nameDuplicate: Rule = {
	id: "name-duplicate",
	severity: "error",
	summary:
		"A zone, log format, thread pool or cache's folder is declared twice: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) yield* inOne(nginx, project);
	},
};

function* inOne(nginx: Nginx, project: Project): Iterable<Finding> {
	const before = new Map<string, Declared>();
	for (const each of declaredOnce(nginx.facts)) {
		// What somebody is still to fill in may be any name.
		if (/^$|[${<%]/.test(each.name)) continue;
		if (each.key === "log_format of http combined") {
			yield ownFormat(each);
			continue;
		}
		const first = before.get(each.key);
		if (!first) before.set(each.key, each);
		else if (clash(first, each, nginx)) yield finding(first, each, project);
	}
}

function clash(first: Declared, second: Declared, nginx: Nginx): boolean {
	return (
		!(second.isShared && first.by === second.by) &&
		// Of one directive's the last counts.
		first.directive !== second.directive &&
		// One place twice: a file that is included twice.
		!samePlace(first.at, second.at) &&
		loadedTogether(nginx, first.at, second.at)
	);
}

function ownFormat({ at }: Declared): Finding {
	return {
		message:
			'Log format combined is nginx\'s own, and can\'t be declared again: nginx does not start ("duplicate "log_format" name").',
		at,
	};
}

function finding(first: Declared, second: Declared, project: Project): Finding {
	const { directive, at } = second;
	return {
		message: `${cause(first, second)}: nginx does not start.`,
		at,
		related: [{ at: first.at, message: "the first one" }],
		fixes:
			second.isShared || !sayTheSame(first.directive, directive)
				? []
				: [
						{
							title: `Remove the second ${directive.name.text}`,
							preferred: true,
							edits: () => [
								removeDirective(textOf(project, directive.at.path), directive),
							],
						},
					],
	};
}

function cause(first: Declared, second: Declared): string {
	const { what, name } = second;
	if (what === "cache path") return `Two caches can't share the folder ${name}`;
	const shown = `${what.charAt(0).toUpperCase()}${what.slice(1)} ${name}`;
	if (first.by === second.by) return `${shown} is declared twice`;
	const alike = first.directive.name.text === second.directive.name.text;
	const [one, other] = [first, second].map(({ by, directive }) =>
		alike ? by : directive.name.text,
	);
	return `${shown} belongs to ${one} already, ${other} needs one of its own`;
}

function sayTheSame(one: Directive, other: Directive): boolean {
	const words = ({ name, args }: Directive) =>
		[name, ...args].map(({ text }) => text).join("\0");
	return words(one) === words(other);
}
