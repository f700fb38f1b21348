import { removeWord } from "../languages/nginx/edit.ts";
import { childrenOf, find, flag } from "../languages/nginx/find.ts";
import type { Project, Route } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamHealthCheckIgnored: Rule = {
	id: "upstream-health-check-ignored",
	severity: "hint",
	summary:
		"max_fails and fail_timeout on the only server of an upstream: nginx ignores them.",
	reads: "topology",

	*check(project) {
		for (const { routes } of project.nginxes) {
			for (const route of routes) {
				const found = finding(route, project);
				if (found) yield found;
			}
		}
	},
};

function finding(route: Route, project: Project): Finding | undefined {
	const { from } = route;
	if (from.kind !== "server" || from.upstream.servers.length !== 1)
		return undefined;
	const { server, upstream } = from;
	if (find(childrenOf(upstream.directive), "include")) return undefined;
	if (flag(server, "resolve") || !hasOneAddress(route)) return undefined;
	// A value of 0 says what holds for a single server anyway.
	const ignored = server.parameters.filter(({ text }) =>
		/^(max_fails|fail_timeout)=(?!0+(ms|[smhd])?$)/.test(text),
	);
	const [first] = ignored;
	if (!first) return undefined;
	const names = ignored.map(({ text }) => text.split("=")[0]).join(" and ");
	return {
		message: `${names} ${ignored.length > 1 ? "do" : "does"} nothing here: ${server.address.text} is the only server of upstream ${upstream.name.text}, and nginx never leaves its last server out.`,
		at: first.at,
		fixes: [
			{
				title: `Remove ${names}`,
				edits: () =>
					ignored.map((word) =>
						removeWord(textOf(project, word.at.path), word),
					),
			},
		],
	};
}

/** A name with several addresses is several servers (semantics 35). */
function hasOneAddress({ address: { host }, target }: Route): boolean {
	if (host.kind === "ip" || host.kind === "unix") return true;
	if (host.kind === "variable" || host.name === "localhost") return false;
	if (target.kind === "service") {
		const { replicas } = target.service;
		return target.via === "service" && (!replicas || replicas.count === 1);
	}
	return target.kind === "host";
}
