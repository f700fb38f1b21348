import { replace } from "../text/edit.ts";
import { appsBehind } from "../topology/arrivals.ts";
import type { Nginx, Project, Route, RunningApp } from "../topology/model.ts";
import { isLoopback } from "../topology/network/loopback.ts";
import { textOf } from "../topology/text-of.ts";
import { isUsed } from "../topology/used.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const hostBindLoopback: Rule = {
	id: "host-bind-loopback",
	severity: "error",
	summary:
		"nginx in a container goes to a PM2 app that listens on the host's loopback only.",
	reads: "topology",

	check: (project) =>
		project.settings.platform === "desktop" ? [] : eachRoute(project, finding),
};

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { target, listeners, address, port } = route;
	const { site } = nginx;
	if (
		site.kind !== "container" ||
		target.kind !== "host" ||
		target.via !== "gateway"
	)
		return undefined;
	const [app, ...others] = appsBehind(route);
	const bind = app?.runtime.bind;
	if (
		!app ||
		!bind ||
		others.length > 0 ||
		!isLoopback(bind.host) ||
		listeners.some(({ by }) => by.kind !== "pm2")
	)
		return undefined;
	return {
		message: `PM2 app ${app.name} listens on ${bind.host}, but nginx comes from the container of service ${site.service.name} (${address.text}): on Linux it is refused on port ${port}, and requests get 502.`,
		at: bind.at,
		...(isUsed(route, nginx) ? {} : { severity: "hint" as const }),
		related: [
			{ at: address.at, message: `nginx sends to ${address.text} here` },
		],
		fixes: bindFixes(app, project),
	};
}

function bindFixes({ runtime }: RunningApp, project: Project): readonly Fix[] {
	const { bind } = runtime;
	if (!bind) return [];
	const { host, at } = bind;
	return [
		{
			title: "Listen on 0.0.0.0",
			preferred: true,
			edits: () => {
				const written = textOf(project, at.path).slice(at.start, at.end);
				// In the middle of args other words stand around it.
				return written.split(host).length === 2
					? [replace(at, written.replace(host, "0.0.0.0"))]
					: [];
			},
		},
	];
}
