import type { Location, Pass } from "../languages/nginx/facts.ts";
import { find } from "../languages/nginx/find.ts";
import { insert, replace } from "../text/edit.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const locationInvalid: Rule = {
	id: "location-invalid",
	severity: "error",
	summary:
		"A location is where it can't be, or proxy_pass has a path where it can't have one: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts } of project.nginxes) {
			for (const pass of facts.passes) {
				const found = withUri(pass);
				if (found) yield found;
			}
			for (const { locations, protocol } of facts.servers)
				if (protocol === "http") yield* nested(locations);
		}
	},
};

/** ngx_http_proxy_pass. With a variable nginx builds the address itself, and asks nothing. */
function withUri({
	kind,
	uri,
	atRunTime,
	location,
	levels,
	protocol,
}: Pass): Finding | undefined {
	if (kind !== "proxy_pass" || protocol !== "http" || !uri || atRunTime)
		return undefined;
	if (!location) return undefined;
	const where =
		levels[0] !== location.directives
			? "in an if or a limit_except"
			: location.modifier === "@"
				? "in a named location"
				: location.modifier.startsWith("~")
					? "in a location that is a regular expression"
					: undefined;
	if (where === undefined) return undefined;
	return {
		message: `proxy_pass can have no path ${where}: nginx would not know which part of the request "${uri.value}" takes the place of. nginx does not start.`,
		at: uri.at,
		fixes: [withoutUri(uri, location.modifier === "@")],
	};
}

/** A slash alone is what people write without meaning a path; but where the location has one, it may be meant to take that away. */
function withoutUri(
	{ value, at }: NonNullable<Pass["uri"]>,
	isNamed: boolean,
): Fix {
	return {
		title: `Remove ${value}`,
		preferred: value === "/" && isNamed,
		edits: () => [replace(at, "")],
	};
}

/** ngx_http_core_location. */
function* nested(locations: readonly Location[]): Iterable<Finding> {
	for (const location of locations) {
		const found =
			misplaced(location) ?? aliasInNamed(location) ?? modifier(location);
		if (found) yield found;
		if (location.locations.length > 0) yield* nested(location.locations);
	}
}

function misplaced(location: Location): Finding | undefined {
	const { parent, pattern } = location;
	if (!parent) return undefined;
	const name = nameOf(location);
	const outer = nameOf(parent);
	const at = pattern.at;
	const related = [{ at: parent.pattern.at, message: "the outer location" }];
	if (parent.modifier === "=")
		return {
			message: `location ${outer} is met by one path alone: no location can stand inside it. nginx does not start.`,
			at,
			related,
		};
	if (parent.modifier === "@")
		return {
			message: `No location can stand inside the named location ${outer}: nginx does not start.`,
			at,
			related,
		};
	if (location.modifier === "@")
		return {
			message: `The named location ${name} can stand in a server only, not in location ${outer}: nginx does not start.`,
			at,
			related,
		};
	if (
		location.modifier.startsWith("~") ||
		/\$\{[A-Z]/.test(pattern.value + parent.pattern.value) ||
		pattern.value.startsWith(parent.pattern.value)
	)
		return undefined;
	if (parent.modifier.startsWith("~"))
		return {
			message: `location ${name} stands in one that is a regular expression, and can be met there only if it is one too: nginx does not start.`,
			at,
			related,
		};
	const path = parent.pattern.value.replace(/\/$/, "");
	return {
		message: `location ${name} is outside of location ${outer}, in which it stands: a request gets to it only through ${outer}, so its path has to begin with "${parent.pattern.value}". nginx does not start.`,
		at,
		related,
		fixes: pattern.value.startsWith("/")
			? [
					{
						title: `Write ${path}${pattern.value}`,
						edits: () => [insert(at.path, at.start, path)],
					},
				]
			: [],
	};
}

/** ngx_http_core_root. */
function aliasInNamed({
	modifier,
	directives,
	pattern,
}: Location): Finding | undefined {
	const alias = modifier === "@" ? find(directives, "alias") : undefined;
	return (
		alias && {
			message: `alias can't stand in the named location @${pattern.value}, which has no path of its own that it could replace: nginx does not start.`,
			at: alias.name.at,
		}
	);
}

function modifier({
	directive: { args },
	modifier,
}: Location): Finding | undefined {
	const [first, second] = args;
	if (!first || !second || (modifier !== "" && modifier !== "@"))
		return undefined;
	const meant = { "~=": "=", "*~": "~*", "~^": "^~", "==": "=" }[first.text];
	return {
		message: `"${first.text}" is no modifier of a location: they are =, ^~, ~ and ~*. nginx does not start.`,
		at: first.at,
		fixes: meant
			? [{ title: `Write ${meant}`, edits: () => [replace(first.at, meant)] }]
			: [],
	};
}

function nameOf({ modifier, pattern }: Location): string {
	return modifier === "@" ? `@${pattern.value}` : pattern.value;
}
