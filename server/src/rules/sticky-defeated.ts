import { setField } from "../languages/pm2/edit.ts";
import { instancesOf } from "../topology/instances.ts";
import type { Project, RunningApp } from "../topology/model.ts";
import { stickyDefeated as defeat } from "../topology/sticky-defeated.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const stickyDefeated: Rule = {
	id: "sticky-defeated",
	severity: "error",
	summary:
		"Socket.IO runs in several instances behind one port of PM2: its sessions break, whatever nginx does.",
	reads: "topology",

	*check(project) {
		for (const { apps } of project.ecosystems) {
			for (const app of apps) {
				const found = finding(app, project);
				if (found) yield found;
			}
		}
	},
};

function finding(app: RunningApp, project: Project): Finding | undefined {
	const found = defeat(app, project);
	const instances = instancesOf(app);
	if (!found || !instances.at) return undefined;
	const { library, arrival } = found;
	const upstream = arrival.upstream?.upstream;
	const balancing = upstream?.balancing;
	return {
		message: `${app.name} runs ${instances.text} behind one port, and PM2 hands each connection to the next: Socket.IO's polling requests meet another instance ("Session ID unknown")${balancing ? `; ${balancing.name.text} of upstream ${upstream?.name.text} chooses a port, not an instance` : ""}.`,
		at: instances.at,
		severity: app.runtime.instances.every(({ when }) => when.length === 0)
			? "error"
			: "warning",
		related: [
			{ at: library.at, message: `${app.name} uses ${library.name}` },
			{ at: arrival.route.address.at, message: "nginx sends here" },
		],
		fixes: [
			{
				title: `Set instances of ${app.name} to 1`,
				preferred: true,
				edits: () =>
					setField(textOf(project, app.app.at.path), app.app, "instances", 1),
			},
		],
	};
}
