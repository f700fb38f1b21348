import { isBefore } from "../languages/dockerfile/nginx-version.ts";
import { insertAfter, removeDirective } from "../languages/nginx/edit.ts";
import type { Upstream } from "../languages/nginx/facts.ts";
import { childrenOf } from "../languages/nginx/find.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamDirectiveOrder: Rule = {
	id: "upstream-directive-order",
	severity: "warning",
	summary:
		"A later balancing method of an upstream switches off what stands above it: another method, or keepalive.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const upstream of nginx.facts.upstreams) {
				const lines = childrenOf(upstream.directive);
				const found = lines.filter(({ name }) => methods.has(name.text));
				for (const [i, method] of found.slice(0, -1).entries())
					yield redefined(method, found[i + 1] ?? method, upstream, project);
				const last = found.at(-1);
				const lost = last && keepaliveAbove(last, lines, nginx);
				if (lost) yield keepaliveLost(lost, last, upstream, project);
			}
		}
	},
};

/** `sticky` goes with any of them. */
const methods = new Set([
	"ip_hash",
	"hash",
	"least_conn",
	"random",
	"least_time",
]);

function redefined(
	method: Directive,
	next: Directive,
	upstream: Upstream,
	project: Project,
): Finding {
	const same =
		method.name.text === next.name.text ? "twice" : "two balancing methods";
	return {
		message:
			same === "twice"
				? `${method.name.text} stands twice in upstream ${upstream.name.text}: the later one counts ("load balancing method redefined").`
				: `Upstream ${upstream.name.text} has ${same}: ${next.name.text} below counts, ${method.name.text} does nothing ("load balancing method redefined").`,
		at: method.at,
		related: [{ at: next.at, message: `${next.name.text} counts` }],
		fixes: [
			{
				title: `Remove ${method.name.text}, which does nothing`,
				preferred: true,
				edits: () => [removeDirective(textOf(project, method.at.path), method)],
			},
		],
	};
}

/** Where it is lost: up to nginx 1.29.6 the method takes keepalive's place (semantics 34). */
function keepaliveAbove(
	method: Directive,
	lines: readonly Directive[],
	{ version }: Nginx,
): Directive | undefined {
	if (isBefore(version, "1.29.7") !== true) return undefined;
	return lines
		.slice(0, lines.indexOf(method))
		.find(({ name }) => name.text === "keepalive");
}

function keepaliveLost(
	keepalive: Directive,
	method: Directive,
	upstream: Upstream,
	project: Project,
): Finding {
	return {
		message: `keepalive above ${method.name.text} is lost: before 1.29.7 nginx opens a new connection for each request to upstream ${upstream.name.text} ("load balancing method redefined").`,
		at: keepalive.at,
		related: [
			{ at: method.at, message: `${method.name.text} takes its place` },
		],
		fixes: [
			{
				title: `Move keepalive behind ${method.name.text}`,
				preferred: true,
				edits: () => {
					const text = textOf(project, keepalive.at.path);
					const { start, end } = keepalive.at;
					const comment = /^[ \t]*#.*/.exec(text.slice(end))?.[0] ?? "";
					return [
						removeDirective(text, keepalive),
						insertAfter(text, method, [
							text.slice(start, end) + comment.trimEnd(),
						]),
					];
				},
			},
		],
	};
}
