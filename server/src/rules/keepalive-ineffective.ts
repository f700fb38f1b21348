import { isBefore } from "../languages/dockerfile/nginx-version.ts";
import { insertBefore } from "../languages/nginx/edit.ts";
import type { NginxFacts, Pass } from "../languages/nginx/facts.ts";
import {
	childrenOf,
	find,
	headerSet,
	inherited,
} from "../languages/nginx/find.ts";
import { variableValues } from "../languages/nginx/possible-texts.ts";
import { levelsKnown } from "../topology/levels.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const keepaliveIneffective: Rule = {
	id: "keepalive-ineffective",
	severity: "warning",
	summary:
		"An upstream keeps connections, but a location that uses it speaks HTTP/1.0 or closes them.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			// From 1.29.7 on both are the default; of an unknown version nothing can be said.
			if (isBefore(nginx.version, "1.29.7") !== true) continue;
			for (const route of nginx.routes) {
				const found = finding(route, nginx, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	{ from, target }: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	if (from.kind !== "pass" || target.kind !== "upstream") return undefined;
	const { pass } = from;
	const { upstream } = target;
	if (pass.kind !== "proxy_pass" || pass.protocol !== "http") return undefined;
	const keepalive = find(childrenOf(upstream.directive), "keepalive");
	if (!keepalive || !levelsKnown(nginx, pass)) return undefined;
	const reasons = [...oldVersion(pass), ...closes(pass, nginx.facts)];
	if (reasons.length === 0) return undefined;
	return {
		message: `Upstream ${upstream.name.text} has keepalive, but nginx ${reasons.join(" and ")} here: each request opens a new connection.`,
		at: pass.address.at,
		related: [{ at: keepalive.at, message: "keepalive, without effect here" }],
		fixes: fix(pass, project),
	};
}

function oldVersion({ levels }: Pass): readonly string[] {
	const version = inherited(levels, "proxy_http_version").at(-1)?.args[0]?.text;
	return version === undefined || version === "1.0" ? ["speaks HTTP/1.0"] : [];
}

/** What the header says of requests that upgrade nothing (semantics 43, 45). */
function closes(
	{ levels }: Pass,
	facts: Pick<NginxFacts, "variables">,
): readonly string[] {
	const text = headerSet(levels, "Connection")?.text;
	if (text === undefined || text.toLowerCase() === "close")
		return ["sends Connection: close"];
	const variable = /^\$\{?(\w+)\}?$/.exec(text)?.[1];
	if (variable === undefined) return [];
	const { values, complete } = variableValues(facts.variables, variable);
	return complete && values.some(({ value }) => value === "close")
		? [`sends Connection: close to requests without Upgrade (${text})`]
		: [];
}

/** None where the file says something else on purpose. */
function fix(pass: Pass, project: Project): readonly Fix[] {
	const { levels, directive } = pass;
	const version = inherited(levels, "proxy_http_version").length > 0;
	if (inherited(levels, "proxy_http_version").at(-1)?.args[0]?.text === "1.0")
		return [];
	const header = headerSet(levels, "Connection");
	if (header !== undefined && header.text.toLowerCase() !== "" && version)
		return [];
	const headers = inherited(levels, "proxy_set_header");
	const own = levels[0]?.some((each) => headers.includes(each)) ?? false;
	// A header of its own drops the inherited ones.
	const repeated =
		own || header
			? []
			: headers.map(({ at }) =>
					textOf(project, at.path).slice(at.start, at.end),
				);
	return [
		{
			title: "Keep connections: HTTP/1.1 and an empty Connection header",
			preferred: header === undefined || header.text === "",
			edits: () => [
				insertBefore(textOf(project, directive.at.path), directive, [
					...(version ? [] : ["proxy_http_version 1.1;"]),
					...repeated,
					...(header ? [] : ['proxy_set_header Connection "";']),
				]),
			],
		},
	];
}
