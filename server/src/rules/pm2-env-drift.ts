import { environmentNames } from "../languages/pm2/environment.ts";
import type { Project, RunningEcosystem } from "../topology/model.ts";
import {
	names,
	type Pm2Command,
	pm2Commands,
} from "../topology/pm2-commands.ts";
import { loadedEcosystems } from "../topology/pm2-refused.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2EnvDrift: Rule = {
	id: "pm2-env-drift",
	severity: "warning",
	summary:
		"A file is started with --env NAME and restarted without: the apps go back to env.",
	reads: "topology",

	*check(project) {
		for (const ecosystem of loadedEcosystems(project))
			yield* findings(ecosystem, project);
	},
};

function* findings(
	ecosystem: RunningEcosystem,
	project: Project,
): Iterable<Finding> {
	const commands = pm2Commands(project).filter(
		(each) => names(each, ecosystem) && !each.only,
	);
	const bare = commands.filter(({ environment }) => environment === undefined);
	// With a plain start of its own the plain restart belongs to that one.
	if (bare.some((each) => !restarts(each))) return;
	const known = ecosystem.ecosystem.apps.flatMap((app) =>
		environmentNames(app, ecosystem.ecosystem),
	);
	const started = commands.find(
		({ environment }) =>
			environment !== undefined && known.includes(environment),
	);
	if (!started) return;
	for (const restart of bare) {
		yield {
			message: `This restarts the apps without --env ${started.environment}, with which the workspace starts them: PM2 reads the file again, and all that env_${started.environment} says is back to env.`,
			at: restart.at,
			related: [
				{ at: started.at, message: `here with --env ${started.environment}` },
			],
		};
	}
}

function restarts({ verb }: Pm2Command): boolean {
	return /^(restart|reload|gracefulReload)$/.test(verb);
}
