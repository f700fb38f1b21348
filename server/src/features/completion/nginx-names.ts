/** In nginx: the zones, caches, log formats, named locations and variables that the configuration declares, where one of them is to be named. */

import type { Protocol } from "../../languages/nginx/facts.ts";
import { keyOf, type NameKind } from "../../languages/nginx/names/mention.ts";
import { declarations, readNames } from "../../languages/nginx/names/read.ts";
import { readVariableNames } from "../../languages/nginx/names/variables.ts";
import type { StatementAt } from "../../languages/nginx/statement-at.ts";
import { contains } from "../../text/place.ts";
import type { Nginx, Project } from "../../topology/model.ts";
import type { Completion } from "./item.ts";

/** Variables come with nginx's own ones: see `declaredVariables`. */
export function declaredNames(
	project: Project,
	path: string,
	statement: StatementAt,
	offset: number,
): readonly Completion[] {
	const nginx = project.nginxes.find(({ files }) => files.includes(path));
	if (!nginx) return [];
	const { name = "", args } = statement;
	const offer = (kind: NameKind, before = "") =>
		distinct(
			declarations(nginx.facts, kind, { protocol: protocolOf(statement) }),
		).map((each) =>
			completion(`${before}${each.name}`, each.directive.name.text, {
				start: statement.start,
				end: offset,
			}),
		);
	switch (name) {
		case "limit_req":
			return args.some((each) => each.startsWith("zone="))
				? []
				: offer("limit_req-zone", "zone=");
		case "limit_conn":
			return args.length === 0 ? offer("limit_conn-zone") : [];
		case "proxy_cache":
		case "fastcgi_cache":
		case "uwsgi_cache":
		case "scgi_cache":
			return args.length === 0 ? offer(cacheKinds[name]) : [];
		case "access_log":
			return args.length === 1 ? offer("log-format") : [];
		case "try_files":
		case "error_page":
			return args.length > 0
				? namedLocations(nginx, statement, { path, offset })
				: [];
		default:
			return [];
	}
}

const cacheKinds = {
	proxy_cache: "proxy-cache",
	fastcgi_cache: "fastcgi-cache",
	uwsgi_cache: "uwsgi-cache",
	scgi_cache: "scgi-cache",
} as const;

/** What `set`, `map`, captures and their like declare, each name once; not at the cursor itself. */
export function declaredVariables(
	{ nginxes }: Project,
	path: string,
	protocol: Protocol,
	offset: number,
): readonly { readonly name: string; readonly by: string }[] {
	const declared = nginxes
		.filter(({ files }) => files.includes(path))
		.flatMap(({ facts }) => readVariableNames(facts))
		.filter(
			({ isDeclaration, at, ...each }) =>
				isDeclaration &&
				each.protocol === protocol &&
				!(at.path === path && contains(at, offset)),
		);
	return distinct(declared).map(({ name, directive: { name: by } }) => ({
		name,
		// The key of a map.
		by: by.text.startsWith("~") ? "capture" : by.text,
	}));
}

/** Of the server that the cursor stands in; where that is not to be told, of all that the file is read in. */
function namedLocations(
	{ facts }: Nginx,
	{ start }: StatementAt,
	{ path, offset }: { readonly path: string; readonly offset: number },
): readonly Completion[] {
	const all = declarations(facts, "named-location", { protocol: "http" });
	const around = facts.servers.find(
		({ directive: { at } }) =>
			at.path === path && at.start <= offset && offset <= at.end,
	);
	const including = new Set(
		readNames(facts)
			.filter(({ at, server }) => at.path === path && server)
			.map(({ server }) => server),
	);
	const own = all.filter(({ server }) =>
		around ? server === around.directive : including.has(server),
	);
	return distinct(own.length > 0 || around ? own : all).map(({ name }) =>
		completion(name, "named location", { start, end: offset }),
	);
}

function protocolOf({ blocks }: StatementAt): Protocol {
	return blocks.includes("stream") ? "stream" : "http";
}

function distinct<T extends { readonly kind: NameKind; readonly name: string }>(
	names: readonly T[],
): readonly T[] {
	return [...new Map(names.map((each) => [keyOf(each), each])).values()];
}

function completion(
	newText: string,
	detail: string,
	replaces: Completion["replaces"],
): Completion {
	return {
		label: newText,
		detail,
		kind: "value",
		newText,
		isSnippet: false,
		replaces,
	};
}
