import { findAll, inherited } from "../languages/nginx/find.ts";
import { httpLevels } from "../languages/nginx/http-levels.ts";
import { statementsNamed } from "../languages/nginx/statements.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx } from "../topology/model.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Rule } from "./rule.ts";

export const charsetMapMissing: Rule = {
	id: "charset-map-missing",
	severity: "error",
	summary:
		"charset and source_charset differ, and no charset_map converts one into the other: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of wholeNginxes(project))
			if (statementsNamed(nginx.facts.directives, "source_charset").length > 0)
				yield* inNginx(nginx);
	},
};

/** ngx_http_charset_merge_loc_conf, ngx_http_charset_postconfiguration: a map serves both directions. */
function* inNginx({ facts }: Nginx): Iterable<Finding> {
	const maps = findAll(facts.http, "charset_map").map(({ args }) =>
		pair(args[0]?.text, args[1]?.text),
	);
	const said = new Set<Directive>();
	for (const levels of httpLevels(facts, isCharset)) {
		const [charset] = inherited(levels, "charset");
		const [source] = inherited(levels, "source_charset");
		const [to, from] = [charset, source].map((each) => each?.args[0]?.text);
		if (!charset || !source || !to || !from) continue;
		if (to === "off" || /[${<%]/.test(`${to}${from}`)) continue;
		if (to.toLowerCase() === from.toLowerCase()) continue;
		const isInner = levels
			.find((level) => level.includes(charset) || level.includes(source))
			?.includes(charset);
		const [at, other] = isInner ? [charset, source] : [source, charset];
		if (maps.includes(pair(from, to)) || said.has(at)) continue;
		said.add(at);
		yield {
			message: `No charset_map turns ${from}, the source_charset, into ${to}: nginx does not start.`,
			at: at.at,
			related: [{ at: other.at, message: `${other.name.text} is set here` }],
		};
	}
}

function isCharset(name: string): boolean {
	return name === "charset" || name === "source_charset";
}

function pair(one = "", other = ""): string {
	return [one.toLowerCase(), other.toLowerCase()].toSorted().join(" ");
}
