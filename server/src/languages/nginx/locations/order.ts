/**
 * In which order nginx asks the locations of a server (ngx_http_core_find_location): the exact
 * one, else the longest prefix and the locations in it, then the regular expressions as they
 * stand, unless that prefix is a `^~`; the first that matches wins, else the prefix.
 */

import type { Location, Server } from "../facts.ts";
import { type PathRegex, readPathRegex } from "./path-regex.ts";
import { mayMatch, mayMatchUnder, mayMeet } from "./paths-of.ts";

/** Another location that may take requests, before this one is asked. */
export interface Rival {
	readonly location: Location;
	readonly as: "exact" | "prefix" | "no-regex" | "regex" | "inside" | "outer";
}

/** The locations that stand where it stands. */
export function siblingsOf(
	location: Location,
	server: Server,
): readonly Location[] {
	return location.parent?.locations ?? server.locations;
}

/** In the order in which nginx asks them. A named location has none: it is sent to by its name. */
export function rivalsOf(location: Location, server: Server): readonly Rival[] {
	const siblings = siblingsOf(location, server).filter(
		(other) => other !== location,
	);
	switch (location.modifier) {
		case "=":
		case "@":
			return [];
		case "":
		case "^~":
			return [
				...beforePrefix(location.pattern.value, siblings),
				...location.locations.map((inner) => rival(inner, "inside")),
				...(location.modifier === "^~"
					? []
					: matching(location.pattern.value, regexes(siblings), "regex")),
				...matching(
					location.pattern.value,
					outerRegexes(location, server),
					"outer",
				),
			];
		case "~":
		case "~*":
			return beforeRegex(location, siblings, siblingsOf(location, server));
	}
}

/**
 * The regular expressions around a nested location, from the inside out: those beside each of its
 * parents are asked once nothing in it matched, unless that parent is a `^~`. A `^~` of its own
 * keeps only those beside itself away.
 */
export function outerRegexes(
	{ parent }: Location,
	server: Server,
): readonly Location[] {
	if (!parent || isRegex(parent)) return [];
	return [
		...(parent.modifier === "^~" ? [] : regexes(siblingsOf(parent, server))),
		...outerRegexes(parent, server),
	];
}

export function regexes(level: readonly Location[]): readonly Location[] {
	return level.filter(isRegex);
}

export function isRegex({ modifier }: Pick<Location, "modifier">): boolean {
	return modifier === "~" || modifier === "~*";
}

export function isPrefix({ modifier }: Pick<Location, "modifier">): boolean {
	return modifier === "" || modifier === "^~";
}

/** Undefined where it can't be read. */
export function regexOf(location: Location): PathRegex | undefined {
	return readPathRegex(location.pattern.value, location.modifier === "~*");
}

/** What is below its path, the longest first. */
function beforePrefix(
	path: string,
	siblings: readonly Location[],
): readonly Rival[] {
	const below = siblings.filter(({ pattern }) =>
		pattern.value.startsWith(path),
	);
	return [
		...below
			.filter(({ modifier }) => modifier === "=")
			.map((other) => rival(other, "exact")),
		...below
			.filter((other) => isPrefix(other) && other.pattern.value !== path)
			.sort((a, b) => b.pattern.value.length - a.pattern.value.length)
			.map((other) => rival(other, "prefix")),
	];
}

function beforeRegex(
	location: Location,
	siblings: readonly Location[],
	level: readonly Location[],
): readonly Rival[] {
	const regex = regexOf(location);
	const meets = ({ pattern }: Location) => mayMatchUnder(regex, pattern.value);
	return [
		...siblings
			.filter(
				({ modifier, pattern }) =>
					modifier === "=" && mayMatch(regex, pattern.value),
			)
			.map((other) => rival(other, "exact")),
		...siblings
			.filter((other) => other.modifier === "^~" && meets(other))
			.map((other) => rival(other, "no-regex")),
		// What a prefix holds is asked with the prefix, before the regular expressions beside it.
		...siblings
			.filter((other) => other.modifier === "" && meets(other))
			.flatMap(({ locations }) =>
				locations.filter(
					(inner) =>
						(isRegex(inner) && mayMeet(regex, regexOf(inner))) ||
						(inner.modifier === "=" && mayMatch(regex, inner.pattern.value)),
				),
			)
			.map((other) => rival(other, "inside")),
		...regexes(level.slice(0, level.indexOf(location)))
			.filter((other) => mayMeet(regex, regexOf(other)))
			.map((other) => rival(other, "regex")),
	];
}

function matching(
	path: string,
	others: readonly Location[],
	as: Rival["as"],
): readonly Rival[] {
	return others
		.filter((other) => mayMatchUnder(regexOf(other), path))
		.map((other) => rival(other, as));
}

function rival(location: Location, as: Rival["as"]): Rival {
	return { location, as };
}
