import type { Place } from "../text/place.ts";
import { instancesOf } from "../topology/instances.ts";
import type { Project, RunningApp } from "../topology/model.ts";
import {
	isRestart,
	names,
	type Pm2Command,
	pm2Commands,
} from "../topology/pm2-commands.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2IncrementLost: Rule = {
	id: "pm2-increment-lost",
	severity: "warning",
	summary:
		"The ports that increment_var gives collapse to the first one at the next restart by this file.",
	reads: "topology",

	*check(project) {
		const commands = pm2Commands(project);
		for (const ecosystem of project.ecosystems) {
			// In a container every start is a first one.
			if (ecosystem.site.kind !== "host") continue;
			const own = commands.filter((each) => names(each, ecosystem));
			for (const running of ecosystem.apps) {
				const found = finding(running, own, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	running: RunningApp,
	commands: readonly Pm2Command[],
	project: Project,
): Finding | undefined {
	const { app, name, runtime } = running;
	const increment = app.fields.get("increment_var")?.value;
	const { several, text } = instancesOf(running);
	if (!runtime.perInstance || !several || !increment) return undefined;
	const [base, next] = [...new Set(runtime.ports.map(({ port }) => port))];
	// Without a base another rule speaks.
	if (base === undefined) return undefined;
	if (commands.length > 0 && commands.every(({ fresh }) => fresh))
		return undefined;
	const restart = commands.find((each) => isRestart(each) && !each.fresh);
	const modes = new Set(runtime.modes.map(({ mode }) => mode));
	const outcome =
		modes.size > 1
			? "only one of them answers"
			: modes.has("cluster")
				? `${next === undefined ? "the other ports answer" : `${next} answers`} no more, while PM2 shows all of them online`
				: "one of them gets it, the others end in EADDRINUSE";
	const cause = restart
		? `${written(restart.at, project)} tells all of them`
		: "a restart, reload or second start by this file tells all of them";
	return {
		message: `increment_var spreads ${text} of ${name} over ports from ${base} on at the first start only: ${cause} port ${base}, and ${outcome}.`,
		at: increment.at,
		...(restart ? { severity: "error" as const } : {}),
		related: restart
			? [{ at: restart.at, message: "this restarts the app by its file" }]
			: [],
	};
}

function written(at: Place, project: Project): string {
	const file = project.files.find(({ path }) => path === at.path);
	const script = project.scripts.find(({ path }) => path === at.path);
	return (script?.text ?? file?.text ?? "").slice(at.start, at.end);
}
