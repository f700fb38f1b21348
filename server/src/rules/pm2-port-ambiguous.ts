import { removeField, setVariable } from "../languages/pm2/edit.ts";
import { possibilities } from "../languages/pm2/possible.ts";
import type { StaticValue } from "../languages/pm2/value.ts";
import type {
	Project,
	RunningApp,
	RunningEcosystem,
} from "../topology/model.ts";
import { bothHold, underWords } from "../topology/pm2-starts.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2PortAmbiguous: Rule = {
	id: "pm2-port-ambiguous",
	severity: "error",
	summary:
		"port and env.PORT differ: the first start takes the one, a restart by this file the other.",
	reads: "topology",

	*check(project) {
		for (const ecosystem of project.ecosystems) {
			// In a container every start is a first one.
			if (ecosystem.site.kind !== "host") continue;
			for (const running of ecosystem.apps) {
				const found = finding(running, ecosystem, project);
				if (found) yield found;
			}
		}
	},
};

function finding(
	{ app, name }: RunningApp,
	{ ecosystem }: RunningEcosystem,
	project: Project,
): Finding | undefined {
	const top = app.fields.get("port")?.value;
	const env = app.fields.get("env")?.value;
	const variable =
		env?.kind === "object"
			? env.properties.find(({ key }) => key === "PORT")?.value
			: undefined;
	const both = top && variable && different(top, variable);
	if (!both) return undefined;
	const { first, restart, when } = both;
	const text = () => textOf(project, app.at.path);
	return {
		message: `port of ${name} is ${first.number}, but env.PORT is ${restart.number}${underWords(undefined, when)}: at the first start the app gets ${first.number}, after pm2 restart or reload with this file ${restart.number}.`,
		at: first.at,
		...(when.length > 0 ? { severity: "warning" as const } : {}),
		related: [{ at: restart.at, message: `env.PORT is ${restart.number}` }],
		fixes: [
			{
				title: `Remove port of ${name}`,
				edits: () => removeField(text(), app, "port"),
			},
			{
				title: `Set env.PORT of ${name} to ${first.number}`,
				edits: () => setVariable(text(), ecosystem, app, "PORT", first.number),
			},
		],
	};
}

/** Under one circumstance, both known and not the same number. */
function different(top: StaticValue, variable: StaticValue) {
	for (const one of possibilities(top)) {
		for (const other of possibilities(variable)) {
			const when = bothHold(one.when, other.when);
			const [first, restart] = [one, other].map(({ value }) => ({
				number:
					value.kind === "plain" && value.value
						? Number(value.value)
						: Number.NaN,
				at: value.at,
			}));
			if (!when || !first?.number || !restart?.number) continue;
			if (first.number !== restart.number) return { first, restart, when };
		}
	}
	return undefined;
}
