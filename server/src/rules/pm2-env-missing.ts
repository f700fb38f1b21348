import { environmentNames } from "../languages/pm2/environment.ts";
import type { RunningEcosystem } from "../topology/model.ts";
import {
	names,
	type Pm2Command,
	pm2Commands,
} from "../topology/pm2-commands.ts";
import { loadedEcosystems } from "../topology/pm2-refused.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2EnvMissing: Rule = {
	id: "pm2-env-missing",
	severity: "warning",
	summary:
		"A command starts the file with --env NAME, and no app of it has env_NAME.",
	reads: "topology",

	*check(project) {
		for (const command of pm2Commands(project)) {
			const meant = loadedEcosystems(project).filter((each) =>
				names(command, each),
			);
			const [ecosystem, other] = meant;
			// Of several files of one name it may be any.
			if (!ecosystem || other || command.isElsewhere) continue;
			const found = finding(command, ecosystem);
			if (found) yield found;
		}
	},
};

function finding(
	{ environment, environmentAt }: Pm2Command,
	{ ecosystem }: RunningEcosystem,
): Finding | undefined {
	const { apps } = ecosystem;
	if (!environment || !environmentAt || !/^[\w-]+$/.test(environment))
		return undefined;
	if (
		apps.length === 0 ||
		!ecosystem.complete ||
		!apps.every(({ complete }) => complete)
	)
		return undefined;
	const known = [
		...new Set(apps.flatMap((app) => environmentNames(app, ecosystem))),
	];
	if (known.includes(environment)) return undefined;
	const has =
		known.length === 0
			? "no app of it has an environment besides env"
			: `the file has only ${known.map((name) => `env_${name}`).join(", ")}`;
	return {
		message: `--env ${environment} asks for env_${environment}, but ${has}: PM2 warns and starts the apps with env alone.`,
		at: environmentAt,
		related: apps.slice(0, 1).map(({ nameAt, name }) => ({
			at: nameAt,
			message: `${name ?? "the first app"} has no env_${environment}`,
		})),
	};
}
