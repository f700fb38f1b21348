import { argumentsOf } from "../languages/pm2/arguments.ts";
import { setVariable } from "../languages/pm2/edit.ts";
import { blocksOf, variableIn } from "../languages/pm2/environment.ts";
import { portNumber } from "../languages/pm2/ports.ts";
import { programOf } from "../languages/pm2/program.ts";
import type {
	Project,
	RunningApp,
	RunningEcosystem,
} from "../topology/model.ts";
import { isSetOutside } from "../topology/outside-variable.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2ServePort: Rule = {
	id: "pm2-serve-port",
	severity: "error",
	summary:
		"PM2's own file server does not read PORT: without PM2_SERVE_PORT it listens on 8080.",
	reads: "topology",

	*check(project) {
		for (const ecosystem of project.ecosystems) {
			for (const running of ecosystem.apps) {
				const found = finding(running, ecosystem, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	{ app, name }: RunningApp,
	running: RunningEcosystem,
	project: Project,
): Finding | undefined {
	const { ecosystem } = running;
	if (programOf(app).kind !== "serve" || !app.complete) return undefined;
	const words = argumentsOf(app);
	// The second argument is the port.
	if (!words || words.length > 1) return undefined;
	const blocks = blocksOf(app, ecosystem, undefined);
	if (
		blocks.some(
			(block) =>
				!block.complete || variableIn(block, app, "PM2_SERVE_PORT").value,
		) ||
		isSetByContainer(running) ||
		(running.site.kind === "host" &&
			isSetOutside("PM2_SERVE_PORT", running, project))
	)
		return undefined;
	for (const block of blocks) {
		const { value, because } = variableIn(block, app, "PORT");
		const port = value?.kind === "plain" ? portNumber(value.value) : undefined;
		if (!value || port === undefined || port === 8080) continue;
		return {
			message: `${name} is PM2's own file server, which does not read PORT: ${because} says ${port}, but it listens on 8080.`,
			at: value.at,
			fixes: [
				{
					title: `Set PM2_SERVE_PORT of ${name} to ${port}`,
					preferred: true,
					edits: () =>
						setVariable(
							textOf(project, app.at.path),
							ecosystem,
							app,
							"PM2_SERVE_PORT",
							port,
							block.name,
						),
				},
			],
		};
	}
	return undefined;
}

/** An image may set what compose does not show; few do with this variable. */
function isSetByContainer({ site }: RunningEcosystem): boolean {
	if (site.kind === "unknown") return true;
	if (site.kind === "host") return false;
	return (
		!site.service.environmentComplete ||
		site.service.environment.has("PM2_SERVE_PORT")
	);
}
