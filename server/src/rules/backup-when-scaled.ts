import { removeWord } from "../languages/nginx/edit.ts";
import { flag } from "../languages/nginx/find.ts";
import { appsBehind, serverRoutes } from "../topology/arrivals.ts";
import { selfBackups } from "../topology/backups.ts";
import type { Nginx, Project, Route } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import { eachRoute } from "./each-route.ts";
import type { Finding, Rule } from "./rule.ts";

export const backupWhenScaled: Rule = {
	id: "backup-when-scaled",
	severity: "info",
	summary:
		"An upstream keeps a backup server, though what is behind it runs several times.",
	reads: "topology",

	check: (project) => eachRoute(project, finding),
};

function finding(
	route: Route,
	nginx: Nginx,
	project: Project,
): Finding | undefined {
	const { from, address } = route;
	if (from.kind !== "server") return undefined;
	const { upstream, server } = from;
	const backup = flag(server, "backup");
	if (!backup) return undefined;
	const siblings = serverRoutes(nginx, upstream);
	const several = siblings
		.filter((other) => other !== route && isSameProgram(other, route))
		.flatMap(severalBehind)
		.at(0);
	if (!several || selfBackups(upstream).some((each) => each.backup === server))
		return undefined;
	return {
		message: `${several.words}, but ${address.text} is only a backup of upstream ${upstream.name.text}: it gets no request as long as another server answers.`,
		at: backup.at,
		related: [{ at: several.at, message: several.words }],
		fixes: [
			{
				title: `Make ${address.text} a primary`,
				edits: () => [removeWord(textOf(project, backup.at.path), backup)],
			},
		],
	};
}

/** A page for bad times is a backup for good. */
function isSameProgram(one: Route, other: Route): boolean {
	const [a, b] = [one.target, other.target];
	return a.kind === "service" && b.kind === "service"
		? a.service.name === b.service.name
		: appsBehind(one).some((app) => appsBehind(other).includes(app));
}

/** Instances with ports of their own, or replicas. */
function severalBehind(
	route: Route,
): readonly { words: string; at: Finding["at"] }[] {
	const apps = appsBehind(route)
		.filter(({ runtime }) => runtime.perInstance)
		.map(({ name, app }) => ({
			words: `PM2 app ${name} runs instances on ports of their own`,
			at: app.nameAt,
		}));
	const { target } = route;
	const replicas =
		target.kind === "service" ? target.service.replicas : undefined;
	return replicas && replicas.count > 1 && target.kind === "service"
		? [
				...apps,
				{
					words: `Service ${target.service.name} runs ${replicas.count} replicas`,
					at: replicas.at,
				},
			]
		: apps;
}
