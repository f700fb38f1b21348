import { inherited } from "../languages/nginx/find.ts";
import { statementNames } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx } from "../topology/model.ts";
import type { Rule } from "./rule.ts";

export const proxyCacheIneffective: Rule = {
	id: "proxy-cache-ineffective",
	severity: "info",
	summary: "Settings of a cache where no proxy_cache switches one on.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const [first, ...others] of idle(nginx)) {
				yield {
					message: `${first.name.text} does nothing: no proxy_cache names a cache where it holds, so nothing is cached.`,
					at: first.at,
					related: others.map(({ at, name }) => ({
						at,
						message: `${name.text} neither`,
					})),
				};
			}
		}
	},
};

/** By block: the settings that hold for passes, none of which has a cache. */
function idle(nginx: Nginx): readonly (readonly [Directive, ...Directive[]])[] {
	const names = [...statementNames(nginx.facts.directives)];
	if (!names.some((name) => settings.test(name))) return [];
	const blocks = new Map<readonly Directive[], boolean>();
	for (const pass of nginx.facts.passes) {
		if (pass.kind !== "proxy_pass" || pass.protocol !== "http") continue;
		// "off" is a decision of its own.
		const cached =
			nginx.kind === "fragment" ||
			inherited(pass.levels, "proxy_cache").length > 0 ||
			!levelsKnown(nginx, pass);
		for (const level of pass.levels)
			blocks.set(level, cached || (blocks.get(level) ?? false));
	}
	return [...blocks].flatMap(([level, cached]) => {
		const [first, ...others] = level.filter(({ name }) =>
			settings.test(name.text),
		);
		return first && !cached ? [[first, ...others] as const] : [];
	});
}

/** Not proxy_cache_bypass and proxy_no_cache: they are in every copied block. */
const settings =
	/^proxy_cache_(valid|key|use_stale|lock|min_uses|methods|background_update|revalidate)$/;
