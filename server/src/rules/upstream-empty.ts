import { directiveIn } from "../languages/nginx/catalog/catalog.ts";
import { removeWord } from "../languages/nginx/edit.ts";
import type { Upstream } from "../languages/nginx/facts.ts";
import { childrenOf, flag } from "../languages/nginx/find.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamEmpty: Rule = {
	id: "upstream-empty",
	severity: "error",
	summary: "An upstream has no server, or only backups: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts } of project.nginxes)
			for (const upstream of facts.upstreams) {
				const found = finding(upstream, project);
				if (found) yield found;
			}
	},
};

/** ngx_http_upstream, ngx_http_upstream_init_round_robin, and those of stream. */
function finding(upstream: Upstream, project: Project): Finding | undefined {
	const { name, servers } = upstream;
	const backups = servers.flatMap((server) => flag(server, "backup") ?? []);
	if (backups.length < servers.length || mayHaveMore(upstream, project))
		return undefined;
	const [backup] = backups;
	if (!backup)
		return {
			message: `Upstream ${name.text} has no server: nginx does not start.`,
			at: name.at,
		};
	return {
		message: `Upstream ${name.text} has only backup servers: nginx does not start ("no servers in upstream "${name.text}"").`,
		at: backup.at,
		fixes: [
			{
				title: "Remove backup",
				preferred: backups.length === 1,
				edits: () => [removeWord(textOf(project, backup.at.path), backup)],
			},
		],
	};
}

/** An include, a template, a block that is not whole yet, a state file, a module that finds servers by itself. */
function mayHaveMore(
	{ directive, protocol }: Upstream,
	project: Project,
): boolean {
	const { block } = directive;
	if (block?.kind !== "directives") return true;
	const context = protocol === "stream" ? "stream upstream" : "upstream";
	const text = textOf(project, block.at.path).slice(
		block.at.start,
		block.at.end,
	);
	return (
		project.syntax.some(({ at }) => at.path === block.at.path) ||
		/\binclude\b/.test(text) ||
		childrenOf(directive).some(
			({ name: { text } }) =>
				text === "state" || directiveIn(text, context) === undefined,
		)
	);
}
