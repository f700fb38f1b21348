import type { Location } from "../languages/nginx/facts.ts";
import { samePlace } from "../text/place.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx } from "../topology/model.ts";
import type { Finding, Rule } from "./rule.ts";

export const locationDuplicate: Rule = {
	id: "location-duplicate",
	severity: "error",
	summary:
		"Two locations of one server have the same path: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes)
			for (const { locations, protocol } of nginx.facts.servers)
				if (protocol === "http") yield* duplicates(locations, nginx);
	},
};

function* duplicates(
	locations: readonly Location[],
	nginx: Nginx,
): Iterable<Finding> {
	const before = {
		prefix: new Map<string, Location>(),
		exact: new Map<string, Location>(),
	};
	for (const location of locations) {
		const kind = kindOf(location);
		const { pattern } = location;
		const first = kind && before[kind].get(pattern.value);
		if (kind && !first) before[kind].set(pattern.value, location);
		// One place twice is a file that is included twice.
		if (
			first &&
			!samePlace(first.pattern.at, pattern.at) &&
			loadedTogether(nginx, first.pattern.at, pattern.at) &&
			!/\$\{[A-Z]/.test(pattern.value)
		)
			yield {
				message: `location ${pattern.value} stands in this ${location.parent ? "location" : "server"} already: nginx does not start.`,
				at: pattern.at,
				related: [{ at: first.pattern.at, message: "the first one" }],
			};
		if (location.locations.length > 0)
			yield* duplicates(location.locations, nginx);
	}
}

/** Of two regular expressions or named ones nginx says nothing; `^~` is a prefix like one without (ngx_http_init_locations, ngx_http_join_exact_locations). */
function kindOf({ modifier }: Location): "prefix" | "exact" | undefined {
	if (modifier === "" || modifier === "^~") return "prefix";
	return modifier === "=" ? "exact" : undefined;
}
