import type { UpstreamServer } from "../languages/nginx/facts.ts";
import { replace } from "../text/edit.ts";
import { appsBehind } from "../topology/arrivals.ts";
import type { Project, Route } from "../topology/model.ts";
import { onHost } from "../topology/network/listeners.ts";
import { textOf } from "../topology/text-of.ts";
import { resolvesAtStart } from "../topology/used.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamLocalhost: Rule = {
	id: "upstream-localhost",
	severity: "warning",
	summary:
		"localhost is two addresses where the hosts file has ::1: nginx counts two servers.",
	reads: "topology",

	*check(project) {
		// A lone configuration says nothing of the machine that it is for.
		if (!project.compose && project.ecosystems.length === 0) return;
		for (const { site, routes } of project.nginxes) {
			if (!onHost(site)) continue;
			for (const route of routes) {
				const found = finding(route, project);
				if (found) yield found;
			}
		}
	},
};

function finding(route: Route, project: Project): Finding | undefined {
	const { address } = route;
	const { host } = address;
	if (host.kind !== "name" || host.name !== "localhost") return undefined;
	// A resolver does not read the hosts file.
	if (route.from.kind === "pass" && !resolvesAtStart(route)) return undefined;
	// With max_fails=0 nginx never leaves either of them out.
	if (route.from.kind === "server" && hasNoMaxFails(route.from.server))
		return undefined;
	const apps = appsBehind(route);
	// Such an app listens on [::1] alone: 127.0.0.1 would not reach it.
	if (
		apps.some(({ runtime }) =>
			/^(localhost|::1)$/.test(runtime.bind?.host ?? ""),
		)
	)
		return undefined;
	const [app] = apps;
	return {
		message: `localhost is 127.0.0.1 and ::1 where the hosts file says so: nginx counts two servers, and after a restart of ${app ? `PM2 app ${app.name}` : "what listens there"} it answers 502 for up to 10 s longer.`,
		at: host.at,
		related: app
			? [{ at: app.app.nameAt, message: `PM2 app ${app.name} listens there` }]
			: [],
		fixes: [
			{
				title: "Send to 127.0.0.1",
				preferred: true,
				edits: () =>
					textOf(project, host.at.path).slice(host.at.start, host.at.end) ===
					host.name
						? [replace(host.at, "127.0.0.1")]
						: [],
			},
		],
	};
}

function hasNoMaxFails({ parameters }: UpstreamServer): boolean {
	return parameters.some(({ text }) => text === "max_fails=0");
}
