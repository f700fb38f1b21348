import { blocksOf, variableIn } from "../languages/pm2/environment.ts";
import type {
	Project,
	RunningApp,
	RunningEcosystem,
} from "../topology/model.ts";
import { isSetOutside } from "../topology/outside-variable.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2IncrementNoBase: Rule = {
	id: "pm2-increment-no-base",
	severity: "error",
	summary:
		"increment_var counts up a variable that nothing sets: the instances get 0, 1, …",
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
	ecosystem: RunningEcosystem,
	project: Project,
): Finding | undefined {
	const increment = app.fields.get("increment_var")?.value;
	if (!app.complete || increment?.kind !== "plain" || !increment.value)
		return undefined;
	const variable = String(increment.value);
	const blocks = blocksOf(app, ecosystem.ecosystem, undefined);
	const isSet = blocks.some(
		(block) =>
			!block.complete || variableIn(block, app, variable).value !== undefined,
	);
	if (isSet || isSetOutside(variable, ecosystem, project)) return undefined;
	const outcome =
		variable === "PORT"
			? "the first one listens on any free port, the second on port 1"
			: "they count from 0";
	return {
		message: `increment_var of ${name} counts up ${variable}, but ${variable === "PORT" ? "neither env nor port sets" : "env does not set"} it: the instances get ${variable}=0, 1, …: ${outcome}.`,
		at: increment.at,
	};
}
