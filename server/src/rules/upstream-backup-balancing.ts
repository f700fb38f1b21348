import { removeWord } from "../languages/nginx/edit.ts";
import type { Upstream, UpstreamServer } from "../languages/nginx/facts.ts";
import { childrenOf, flag } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamBackupBalancing: Rule = {
	id: "upstream-backup-balancing",
	severity: "error",
	summary:
		"A backup server beside ip_hash, hash or random, which know no backups.",
	reads: "topology",

	*check(project) {
		for (const { facts } of project.nginxes) {
			for (const upstream of facts.upstreams) {
				for (const server of upstream.servers) {
					const found = finding(server, upstream, project);
					if (found) yield found;
				}
			}
		}
	},
};

function finding(
	server: UpstreamServer,
	upstream: Upstream,
	project: Project,
): Finding | undefined {
	const backup = flag(server, "backup");
	if (!backup) return undefined;
	const method = methodBefore(server, upstream);
	const later = upstream.balancing;
	const name = upstream.name.text;
	const fixes = [
		// Not preferred: the server would get requests at once.
		{
			title: `Make ${server.address.text} a primary: remove backup`,
			edits: () => [removeWord(textOf(project, backup.at.path), backup)],
		},
	];
	if (method)
		return {
			message: `backup does not go with ${method.name.text} above it: nginx does not start ("balancing method does not support parameter "backup"").`,
			at: backup.at,
			related: related(method, name),
			fixes,
		};
	if (!later || !methods.test(later.name.text)) return undefined;
	return {
		message: `${later.name.text} knows no backup servers: nginx takes this one only because the line stands above ${later.name.text}, and does not start when it stands below.`,
		at: backup.at,
		severity: "warning",
		related: related(later, name),
		fixes,
	};
}

/** What nginx has read when it comes to the server line decides (semantics 33). */
function methodBefore(
	server: UpstreamServer,
	upstream: Upstream,
): Directive | undefined {
	const lines = childrenOf(upstream.directive);
	const above = lines.slice(0, lines.indexOf(server.directive));
	const last = above.findLast(({ name }) => anyMethod.test(name.text));
	return last && methods.test(last.name.text) ? last : undefined;
}

const methods = /^(ip_hash|hash|random)$/;
const anyMethod = /^(ip_hash|hash|random|least_conn|least_time)$/;

function related({ name, at }: Directive, upstream: string) {
	return [
		{ at, message: `${name.text} balances upstream ${upstream}` },
	] as const;
}
