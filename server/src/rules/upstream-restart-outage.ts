import { insertParameters } from "../languages/nginx/edit-parameters.ts";
import type { Upstream, UpstreamServer } from "../languages/nginx/facts.ts";
import { flag, parameter } from "../languages/nginx/find.ts";
import { addressKey } from "../languages/nginx/same-address.ts";
import { type Edit, replace } from "../text/edit.ts";
import { appsBehind, passesTo, serverRoutes } from "../topology/arrivals.ts";
import { selfBackups } from "../topology/backups.ts";
import type { Nginx, Project, Route, RunningApp } from "../topology/model.ts";
import type { Finding, Rule } from "./rule.ts";

export const upstreamRestartOutage: Rule = {
	id: "upstream-restart-outage",
	severity: "warning",
	summary:
		"All servers of an upstream go away with one PM2 restart, and nginx leaves them out for fail_timeout after they are back.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const upstream of nginx.facts.upstreams) {
				const found = finding(upstream, nginx, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	upstream: Upstream,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { name } = upstream;
	const routes = serverRoutes(nginx, upstream);
	const apps = restartedTogether(routes, project);
	const [first, ...others] = apps;
	if (!first) return undefined;
	const servers = upstream.servers.filter((server) => !flag(server, "down"));
	if (
		new Set(servers.map(addressKey)).size < 2 ||
		selfBackups(upstream).length > 0 ||
		servers.some(isNeverLeftOut) ||
		passesTo(nginx, upstream).length === 0
	)
		return undefined;
	const timeouts = new Set(
		servers.map((server) => parameter(server, "fail_timeout")?.value ?? "10s"),
	);
	const who =
		others.length === 0
			? `PM2 app ${first.name}`
			: `the PM2 apps ${apps.map(({ name }) => name).join(", ")} of one file`;
	return {
		message: `All servers of upstream ${name.text} are ${who}: one restart takes them away together, and nginx answers 502 for another ${[...timeouts].join(" or ")} (fail_timeout) after they are back.`,
		at: name.at,
		related: apps.map(({ name, app }) => ({
			at: app.nameAt,
			message: `PM2 app ${name}`,
		})),
		fixes: [
			{
				title: `Set max_fails=0 on the servers of ${name.text}`,
				preferred: true,
				edits: () => servers.map(withoutMaxFails),
			},
		],
	};
}

/** With either of them 0 nginx tries the server at each request (semantics 25, 35). */
function isNeverLeftOut(server: UpstreamServer): boolean {
	return (
		parameter(server, "max_fails")?.value === "0" ||
		/^0(ms|[smhd])?$/.test(parameter(server, "fail_timeout")?.value ?? "")
	);
}

/** The apps behind all routes, if there is one behind each and one ecosystem file starts them all; else none. */
function restartedTogether(
	routes: readonly Route[],
	project: Project,
): readonly RunningApp[] {
	const behind = routes.map(appsBehind);
	if (behind.some((apps) => apps.length === 0)) return [];
	const apps = [...new Set(behind.flat())];
	const paths = new Set(apps.map(({ path }) => path));
	// In containers each app may be restarted with its own.
	const isOneMachine = project.ecosystems.some(
		({ ecosystem }) => ecosystem.path === apps[0]?.path,
	);
	return paths.size === 1 && isOneMachine ? apps : [];
}

function withoutMaxFails(server: UpstreamServer): Edit {
	const known = parameter(server, "max_fails");
	return known
		? replace(known.at, "0")
		: insertParameters(server, ["max_fails=0"]);
}
