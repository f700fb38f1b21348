import type { Location, Server } from "../languages/nginx/facts.ts";
import {
	type Taken,
	takenFrom,
} from "../languages/nginx/locations/never-asked.ts";
import type { Mention } from "../languages/nginx/names/mention.ts";
import { readNames } from "../languages/nginx/names/read.ts";
import type { Word } from "../languages/nginx/tree.ts";
import { samePlace } from "../text/place.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { namesKnown } from "../topology/names-known.ts";
import { namesOf } from "../topology/nginx/judged.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const unreachableLocation: Rule = {
	id: "unreachable-location",
	severity: "warning",
	summary: "A location gets no request: another one takes all of them.",
	reads: "topology",

	*check(project) {
		const verdicts = new Map<Word, (Finding | undefined)[]>();
		for (const nginx of project.nginxes) {
			const isUnused = unusedNames(nginx, project);
			for (const { location, server } of everyLocation(nginx)) {
				// The same of a file that two include.
				const key = location.directive.name;
				const found =
					verdict(location, server, project) ??
					(isUnused(location) ? unused(location) : undefined);
				const before = verdicts.get(key);
				if (before) before.push(found);
				else verdicts.set(key, [found]);
			}
		}
		// A snippet's location may be reached in one server and not in another.
		for (const found of verdicts.values()) {
			const [first] = found;
			if (first && found.every((finding) => finding !== undefined)) yield first;
		}
	},
};

function everyLocation({
	facts,
}: Nginx): readonly { location: Location; server: Server }[] {
	return facts.servers
		.filter(({ protocol }) => protocol === "http")
		.flatMap((server) =>
			nested(server.locations).map((location) => ({ location, server })),
		);
}

function nested(locations: readonly Location[]): readonly Location[] {
	return locations.flatMap((location) =>
		location.locations.length > 0
			? [location, ...nested(location.locations)]
			: location,
	);
}

function verdict(
	location: Location,
	server: Server,
	project: Project,
): Finding | undefined {
	if (/\$\{|\{\{|<%/.test(location.pattern.value)) return undefined;
	const taken = takenFrom(location, server);
	// A file that is included twice, or what somebody else fills in.
	if (
		!taken ||
		samePlace(taken.by.pattern.at, location.pattern.at) ||
		/\$\{|\{\{|<%/.test(taken.by.pattern.value)
	)
		return undefined;
	return {
		message: words(location, taken),
		at: location.pattern.at,
		severity: sameText(location, taken.by, project) ? "hint" : "warning",
		tag: "unnecessary",
		related: [
			{ at: taken.by.pattern.at, message: "the location that gets them" },
		],
	};
}

/** Both do the same: it is one too many, and nothing is lost. */
function sameText(one: Location, other: Location, project: Project): boolean {
	const inside = ({ directive: { block } }: Location) =>
		block &&
		textOf(project, block.at.path)
			.slice(block.at.start, block.at.end)
			.replace(/\s+/g, " ")
			.trim();
	return inside(one) === inside(other);
}

function words(location: Location, { by, why }: Taken): string {
	const [own, other] = [head(location), head(by)];
	switch (why) {
		case "same-name":
			return `Location ${own} is defined twice: nginx uses the first one, and this one never.`;
		case "same-regex":
			return `Location ${own} gets no request: the same regular expression stands before it, and the first that matches wins.`;
		case "regex":
			return `Location ${own} gets no request: ${other}, which stands before it, matches all of its paths, and the first regular expression that matches wins.`;
		case "regex-over-prefix":
			return `Location ${own} gets no request: the regular expression ${other} matches all of its paths, and wins over a prefix without ^~.`;
		case "no-regex":
			return `Location ${own} gets no request: all of its paths begin with ${by.pattern.value}, and location ${other} asks no regular expressions.`;
		case "elsewhere":
			return `Location ${own} gets no request: all of its paths begin with ${by.pattern.value}, and location ${other} takes them from ${location.parent ? head(location.parent) : "the one around it"}, in which it stands.`;
	}
}

/** Nothing in the configuration says the name: try_files, error_page, a variable's value; nor is there a script that could. */
function unusedNames(
	nginx: Nginx,
	project: Project,
): (location: Location) => boolean {
	const named = nginx.facts.servers.some(({ locations }) =>
		locations.some(({ modifier }) => modifier === "@"),
	);
	if (!named || !namesKnown(nginx, project)) return () => false;
	const isScripted = [...namesOf(project)].some(isScript);
	// One of them is meant by a name that no location has: named-location-unknown's.
	if (isScripted || sentToNone(nginx)) return () => false;
	const said = countedNames(nginx, project);
	// `@$name` may be any.
	if (said.has("@")) return () => false;
	const declared = new Map<string, Set<Word>>();
	for (const { name, isDeclaration, directive } of namedLocations(nginx))
		if (isDeclaration)
			declared.set(name, (declared.get(name) ?? new Set()).add(directive.name));
	return ({ modifier, pattern }) =>
		modifier === "@" &&
		/^[\w.:-]+$/.test(pattern.value) &&
		(said.get(`@${pattern.value}`) ?? 0) <=
			(declared.get(`@${pattern.value}`)?.size ?? 0);
}

/** How often each stands in the files, declared, sent to, or in whatever else. */
function countedNames(
	nginx: Nginx,
	project: Project,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const path of nginx.files)
		for (const [name] of textOf(project, path).matchAll(/@[\w.:-]*/g))
			counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
}

function isScript(name: string): boolean {
	return (
		name.includes("_by_lua") ||
		name.startsWith("js_") ||
		name.startsWith("perl") ||
		name.startsWith("njs")
	);
}

function sentToNone(nginx: Nginx): boolean {
	const names = namedLocations(nginx);
	const declared = new Set(
		names.filter((each) => each.isDeclaration).map(({ name }) => name),
	);
	return names.some(({ name }) => !declared.has(name));
}

function namedLocations({ facts }: Nginx): readonly Mention[] {
	return readNames(facts).filter(({ kind }) => kind === "named-location");
}

function unused(location: Location): Finding {
	return {
		message: `No try_files or error_page names location ${head(location)}: nothing in this configuration sends a request there.`,
		at: location.pattern.at,
		severity: "hint",
		tag: "unnecessary",
	};
}

function head({ modifier, pattern }: Location): string {
	return modifier === "@"
		? `@${pattern.value}`
		: `${modifier}${modifier && " "}${pattern.value}`;
}
