/** Locations that surely get no request, for others take all of them (ngx_http_core_find_location). */

import type { Location, Server } from "../facts.ts";
import {
	isPrefix,
	isRegex,
	outerRegexes,
	regexes,
	regexOf,
	siblingsOf,
} from "./order.ts";
import { covers, liesUnder, pathsFrom } from "./paths-of.ts";

export interface Taken {
	/** Who takes them all. */
	readonly by: Location;
	readonly why:
		| "same-name"
		| "same-regex"
		| "regex"
		| "regex-over-prefix"
		| "no-regex"
		| "elsewhere";
}

export function takenFrom(
	location: Location,
	server: Server,
): Taken | undefined {
	const level = siblingsOf(location, server);
	switch (location.modifier) {
		case "@":
			return namedBefore(location, level);
		case "=":
			return goesElsewhere(location, server);
		case "":
		case "^~":
			return goesElsewhere(location, server) ?? regexOver(location, server);
		case "~":
		case "~*":
			return (
				goesElsewhere(location, server) ??
				regexBefore(location, level) ??
				underNoRegex(location, level)
			);
	}
}

/** ngx_http_named_location takes the first one of a name. */
function namedBefore(
	location: Location,
	level: readonly Location[],
): Taken | undefined {
	const by = level.find(
		({ modifier, pattern }) =>
			modifier === "@" && pattern.value === location.pattern.value,
	);
	return by && by !== location ? { by, why: "same-name" } : undefined;
}

function regexBefore(
	location: Location,
	level: readonly Location[],
): Taken | undefined {
	const own = regexOf(location);
	for (const by of regexes(level.slice(0, level.indexOf(location)))) {
		if (isSameRegex(by, location)) return { by, why: "same-regex" };
		const other = regexOf(by);
		if (own && other && covers(other, own)) return { by, why: "regex" };
	}
	return undefined;
}

function isSameRegex(first: Location, second: Location): boolean {
	return (
		first.pattern.value === second.pattern.value &&
		(first.modifier === second.modifier || first.modifier === "~*")
	);
}

/** A prefix that holds no others, and all of whose paths a regular expression matches. */
function regexOver(location: Location, server: Server): Taken | undefined {
	if (location.locations.length > 0 || redirects(location)) return undefined;
	const paths = pathsFrom(location.pattern.value);
	const asked = [
		...(location.modifier === "^~"
			? []
			: regexes(siblingsOf(location, server))),
		...outerRegexes(location, server),
	];
	const by = asked.find((each) => {
		const regex = regexOf(each);
		return regex !== undefined && covers(regex, paths);
	});
	return by && { by, why: "regex-over-prefix" };
}

/** `/api/` with a pass sends `/api` to `/api/`, before regular expressions are asked (auto_redirect). */
function redirects({ pattern, directives }: Location): boolean {
	return (
		/.\/$/.test(pattern.value) &&
		directives.some(({ name }) => name.text.endsWith("_pass"))
	);
}

/** All its paths lie under a `^~`, and no longer prefix takes them from there. */
function underNoRegex(
	location: Location,
	level: readonly Location[],
): Taken | undefined {
	const regex = regexOf(location);
	if (!regex) return undefined;
	const by = level.find(
		({ modifier, pattern }) =>
			modifier === "^~" &&
			pattern.value !== "" &&
			liesUnder(regex, pattern.value),
	);
	if (!by) return undefined;
	const longer = level.some(
		({ modifier, pattern }) =>
			modifier === "" &&
			pattern.value.length > by.pattern.value.length &&
			pattern.value.startsWith(by.pattern.value),
	);
	return longer ? undefined : { by, why: "no-regex" };
}

/** A nested one is asked once its parent has the longest prefix: all its paths have a longer one beside the parent. */
function goesElsewhere(location: Location, server: Server): Taken | undefined {
	const { parent, pattern } = location;
	if (!parent || !isPrefix(parent)) return undefined;
	const regex = isRegex(location) ? regexOf(location) : undefined;
	const by = siblingsOf(parent, server).find(
		(other) =>
			other !== parent &&
			isPrefix(other) &&
			other.pattern.value.length > parent.pattern.value.length &&
			other.pattern.value.startsWith(parent.pattern.value) &&
			(isRegex(location)
				? regex !== undefined && liesUnder(regex, other.pattern.value)
				: pattern.value.startsWith(other.pattern.value)),
	);
	return by && { by, why: "elsewhere" };
}
