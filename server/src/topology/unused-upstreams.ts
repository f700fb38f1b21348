/** The upstreams that no request can take, as far as every name that a pass may use is known. */

import { oncePer } from "../collections/once-per.ts";
import type { Upstream } from "../languages/nginx/facts.ts";
import { childrenOf } from "../languages/nginx/find.ts";
import { possibleTargets } from "../languages/nginx/possible-targets.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { passesTo } from "./arrivals.ts";
import type { Nginx, Route } from "./model.ts";

export const unusedUpstreams = oncePer(search);

function search(nginx: Nginx): readonly Upstream[] {
	if (!nginx.complete || nginx.kind !== "main") return [];
	const { passes } = nginx.facts;
	const upstreams = nginx.facts.upstreams.filter(
		(upstream) => passesTo(nginx, upstream).length === 0,
	);
	// Only then the whole is looked through.
	if (upstreams.length === 0) return [];
	// Any name may stand in a variable that the request fills, or in Lua.
	const open = passes.some(
		(pass) => pass.atRunTime && !possibleTargets(nginx.facts, pass).complete,
	);
	if (open || nginx.routes.some(leadsNowhere)) return [];
	const named = names(nginx.facts.directives);
	if (!named) return [];
	return upstreams.filter(
		({ name }) => !named.has(name.text.toLowerCase().replace(/:\d+$/, "")),
	);
}

/** A pass whose name nobody has: most often an upstream's name, misspelt. */
function leadsNowhere({ from, target }: Route): boolean {
	return from.kind === "pass" && target.kind === "unresolved";
}

/** What may name an upstream: every word but those of logs, server names and location patterns. Undefined where Lua stands in it. */
function names(
	directives: readonly Directive[],
): ReadonlySet<string> | undefined {
	const found = new Set<string>();
	const walk = (level: readonly Directive[]): boolean =>
		level.every((directive) => {
			const { name, args, block } = directive;
			if (/_by_lua/.test(name.text) || block?.kind === "lua") return false;
			if (name.text === "upstream") return true;
			if (!namesNone.test(name.text)) {
				for (const { text } of [name, ...args]) addWords(text, found);
			}
			return walk(childrenOf(directive));
		});
	return walk(directives) ? found : undefined;
}

/** Most words are one word already. */
function addWords(text: string, found: Set<string>): void {
	const lower = text.toLowerCase();
	if (/^[\w.-]*$/.test(lower)) found.add(lower);
	else for (const word of lower.split(/[^\w.-]+/)) found.add(word);
}

const namesNone =
	/^(location|server_name|log_format|access_log|error_log|root|alias|index|(proxy_set|add)_header|include|return|rewrite|limit_(req|conn)(_zone)?|proxy_cache(_path)?)$/;
