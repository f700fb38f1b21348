/** For which requests a location wins against those beside it, read off the patterns. */

import type { Location, Server } from "../languages/nginx/facts.ts";
import { takenFrom } from "../languages/nginx/locations/never-asked.ts";
import {
	isRegex,
	type Rival,
	rivalsOf,
} from "../languages/nginx/locations/order.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Project } from "../topology/model.ts";
import { where } from "./where.ts";

const most = 6;

/** In Markdown; undefined where no server is known that has it. */
export function locationInWords(
	directive: Directive,
	project: Project,
): string | undefined {
	for (const { facts } of project.nginxes)
		for (const server of facts.servers) {
			const location = find(server.locations, directive);
			if (location) return inWords(location, server, project);
		}
	return undefined;
}

function find(
	locations: readonly Location[],
	wanted: Directive,
): Location | undefined {
	const { path, start } = wanted.name.at;
	for (const location of locations) {
		const { at } = location.directive.name;
		if (at.path === path && at.start === start) return location;
		const inside = find(location.locations, wanted);
		if (inside) return inside;
	}
	return undefined;
}

function inWords(location: Location, server: Server, project: Project): string {
	const { path } = location.directive.at;
	const taken = takenFrom(location, server);
	if (taken)
		return `Gets no request: ${headOf(taken.by)} (${where(taken.by.directive.at, project, path)}) takes them all.`;
	const rivals = rivalsOf(location, server);
	const lines = rivals
		.slice(0, most)
		.map(
			(rival) =>
				`- ${takes(rival, location)} (${where(rival.location.directive.at, project, path)})`,
		);
	if (rivals.length > most) lines.push(`- … and ${rivals.length - most} more`);
	if (lines.length === 0)
		return `${matches(location)}${location.modifier === "@" || location.modifier === "=" ? "" : " No other location takes any of them."}`;
	return `${matches(location)} Asked before it:\n\n${lines.join("\n")}`;
}

function matches({ modifier, pattern, parent }: Location): string {
	const path = code(pattern.value);
	const which = parent
		? `Paths that come to ${headOf(parent)} and`
		: "Paths that";
	switch (modifier) {
		case "=":
			return `The path ${path} alone, and before every other location.`;
		case "@":
			return `No path leads here: \`try_files\` and \`error_page\` send to ${code(`@${pattern.value}`)}.`;
		case "^~":
			return `${which} begin with ${path}; regular expressions beside it are not asked for them.`;
		case "":
			return pattern.value === "/"
				? "Every path that no other location takes."
				: `${which} begin with ${path}.`;
		case "~":
			return `${which} match ${path}.`;
		case "~*":
			return `${which} match ${path}, in any case of letters.`;
	}
}

function takes({ location, as }: Rival, asked: Location): string {
	const head = headOf(location);
	switch (as) {
		case "exact":
			return `${head}: that path`;
		case "prefix":
			return `${head}: what begins so`;
		case "no-regex":
			return `${head}: what begins so, for it asks no regular expression`;
		case "inside":
			return `${head}, ${isRegex(asked) ? "in a prefix that has the path" : "in it"}: what it matches`;
		case "regex":
			return `${head}: what it matches${isRegex(asked) ? ", for it stands first" : ""}`;
		case "outer":
			return `${head}, beside the location around it: what it matches`;
	}
}

function headOf({ modifier, pattern }: Location): string {
	return code(
		modifier === "@"
			? `@${pattern.value}`
			: [modifier, pattern.value].filter((text) => text !== "").join(" "),
	);
}

/** Patterns may hold backticks. */
function code(text: string): string {
	const fence = text.includes("`") ? "``" : "`";
	return `${fence}${text}${fence}`;
}
