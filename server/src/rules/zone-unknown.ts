import { declaredOnce } from "../languages/nginx/names/declared-once.ts";
import type { Mention, NameKind } from "../languages/nginx/names/mention.ts";
import {
	declarations,
	readNames,
	sameName,
} from "../languages/nginx/names/read.ts";
import { insert, replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { namesKnown } from "../topology/names-known.ts";
import type { Finding, Rule } from "./rule.ts";

export const zoneUnknown: Rule = {
	id: "zone-unknown",
	severity: "error",
	summary:
		"limit_req, limit_conn, a cache or an upstream names a zone that nothing declares: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			yield* withoutSize(nginx, project);
			const used = readNames(nginx.facts).filter(
				(each) => zoneKinds.has(each.kind) && !each.isDeclaration,
			);
			if (used.length === 0 || !namesKnown(nginx, project)) continue;
			for (const use of used) {
				const found = finding(use, nginx);
				if (found) yield found;
			}
		}
	},
};

/** Upstreams share a zone; one of them has to say how large it is (ngx_http_upstream_zone). */
function* withoutSize(nginx: Nginx, project: Project): Iterable<Finding> {
	const zones = declaredOnce(nginx.facts).filter(
		({ directive }) => directive.name.text === "zone",
	);
	for (const { name, by, at, directive } of zones) {
		const isSized = zones.some(
			(each) =>
				each.by === by &&
				(each.name === name || !isName(each.name)) &&
				each.directive.args.length > 1,
		);
		if (isSized || !isName(name) || !namesKnown(nginx, project)) continue;
		yield {
			message: `No upstream gives zone ${name} a size: nginx does not start (zero size shared memory zone "${name}").`,
			at,
			fixes: [
				{
					title: "Give it 64k",
					preferred: true,
					edits: () => [
						insert(at.path, directive.args[0]?.at.end ?? at.end, " 64k"),
					],
				},
			],
		};
	}
}

/** What makes a zone of the kind. */
const zoneKinds: ReadonlyMap<NameKind, string> = new Map<NameKind, string>([
	["limit_req-zone", "limit_req_zone"],
	["limit_conn-zone", "limit_conn_zone"],
	["proxy-cache", "proxy_cache_path"],
	["fastcgi-cache", "fastcgi_cache_path"],
	["uwsgi-cache", "uwsgi_cache_path"],
	["scgi-cache", "scgi_cache_path"],
]);

function finding(use: Mention, { facts }: Nginx): Finding | undefined {
	const { kind, name, at, directive } = use;
	const own = declarations(facts, kind, use);
	// What somebody is still to fill in may be any name.
	if (
		!isName(name) ||
		own.some((each) => sameName(each, use) || !isName(each.name))
	)
		return undefined;
	const near = nearestWord(
		name,
		own.map((each) => each.name),
	);
	const fixes =
		near === undefined
			? []
			: [
					{
						title: `Change the zone to ${near}`,
						preferred: true,
						edits: () => [replace(at, near)],
					},
				];
	const other = readNames(facts).find(
		(each) =>
			each.isDeclaration && zoneKinds.has(each.kind) && each.name === name,
	);
	const maker = `${use.protocol === "stream" ? "stream's " : ""}${zoneKinds.get(kind)}`;
	if (other)
		return {
			message: `Zone ${name} belongs to ${other.directive.name.text}${other.protocol === use.protocol ? "" : ` of ${other.protocol}`}; ${directive.name.text} needs one of ${maker}: nginx does not start (the zone is "already declared for a different use").`,
			at,
			related: [{ at: other.at, message: "declared here" }],
			fixes,
		};
	return {
		message: `No ${maker} declares zone ${name}: nginx does not start (${reason(use)}).`,
		at,
		fixes,
	};
}

/** ngx_http_proxy_merge_loc_conf and its like; ngx_init_cycle. */
function reason({ kind, name, directive }: Mention): string {
	return kind.endsWith("-cache")
		? `"${directive.name.text}" zone "${name}" is unknown`
		: `zero size shared memory zone "${name}"`;
}

function isName(name: string): boolean {
	return /^[\w.:/-]+$/.test(name) && !/^__|__$/.test(name);
}
