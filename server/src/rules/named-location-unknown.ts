import { groupBy } from "../collections/group-by.ts";
import { oncePer } from "../collections/once-per.ts";
import type { Mention } from "../languages/nginx/names/mention.ts";
import { declarations, readNames } from "../languages/nginx/names/read.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Nginx } from "../topology/model.ts";
import { namesKnown } from "../topology/names-known.ts";
import type { Finding, Rule } from "./rule.ts";

export const namedLocationUnknown: Rule = {
	id: "named-location-unknown",
	severity: "error",
	summary:
		"try_files or error_page sends to a named location that its server does not have: every such request fails.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const used = usesByPlace(nginx);
			if (used.length === 0 || !namesKnown(nginx, project)) continue;
			for (const uses of used) {
				const found = finding(uses, nginx);
				if (found) yield found;
			}
		}
	},
};

interface Use extends Mention {
	readonly server: Directive;
}

/** A snippet's use once, with all the servers that include it. post_action answers before it goes there. */
function usesByPlace({ facts }: Nginx): readonly (readonly Use[])[] {
	const found = new Map<string, Use[]>();
	for (const each of readNames(facts)) {
		const { kind, isDeclaration, server, at, directive } = each;
		if (
			kind !== "named-location" ||
			isDeclaration ||
			!server ||
			directive.name.text === "post_action"
		)
			continue;
		const key = `${at.start} ${at.path}`;
		const same = found.get(key);
		if (same) same.push({ ...each, server });
		else found.set(key, [{ ...each, server }]);
	}
	return [...found.values()];
}

function finding(uses: readonly Use[], { facts }: Nginx): Finding | undefined {
	const [use] = uses;
	if (!use || !/^@[\w.:-]+$/.test(use.name)) return undefined;
	const { name, at } = use;
	const declared = declarations(facts, "named-location", use);
	const byServer = declaredByServer(declared);
	const without = uses.filter(
		({ server }) => !byServer.get(server)?.some((each) => each.name === name),
	);
	if (without.length === 0) return undefined;
	const own = byServer.get(use.server) ?? [];
	const near = nearestWord(
		name,
		own.map((each) => each.name),
	);
	const elsewhere = declared.filter(
		(each) => each.name === name && each.server !== use.server,
	);
	const all = without.length === uses.length;
	return {
		message: `${who(uses.length, without.length)} location ${name}: what is sent there is answered with 500 ("could not find named location "${name}"").`,
		at,
		severity: all ? "error" : "warning",
		related: [
			...(uses.length > 1
				? without.map(({ server }) => ({
						at: server.name.at,
						message: `this server has no location ${name}`,
					}))
				: []),
			...elsewhere.slice(0, 1).map((each) => ({
				at: each.at,
				message: "another server's",
			})),
		],
		fixes:
			near === undefined || uses.length > 1
				? []
				: [
						{
							title: `Change the location to ${near}`,
							preferred: true,
							edits: () => [replace(at, near)],
						},
					],
	};
}

const declaredByServer = oncePer((declared: readonly Mention[]) =>
	groupBy(declared, ({ server }) => server),
);

function who(servers: number, without: number): string {
	if (servers === 1) return "This server has no";
	return without === servers
		? "None of the servers that include this has a"
		: "Not every server that includes this has a";
}
