import { blocksOf, variableIn } from "../languages/pm2/environment.ts";
import type { App, Circumstance, Ecosystem } from "../languages/pm2/facts.ts";
import { possibilities } from "../languages/pm2/possible.ts";
import type { StaticValue } from "../languages/pm2/value.ts";
import type { Place } from "../text/place.ts";
import type { Project, RunningEcosystem } from "../topology/model.ts";
import { isSetOutside } from "../topology/outside-variable.ts";
import {
	names,
	type Pm2Command,
	pm2Commands,
} from "../topology/pm2-commands.ts";
import { loadedEcosystems } from "../topology/pm2-refused.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2EnvAtLoad: Rule = {
	id: "pm2-env-at-load",
	severity: "warning",
	summary:
		"The file asks process.env what --env NAME is believed to set: PM2 reads it before.",
	reads: "topology",

	*check(project) {
		for (const ecosystem of loadedEcosystems(project)) {
			const command = pm2Commands(project).find(
				(each) => names(each, ecosystem) && each.environment !== undefined,
			);
			const found = command && finding(command, ecosystem, project);
			if (found) yield found;
		}
	},
};

/** One for each file: what decides is one question, asked at several places. */
function finding(
	{ environment, at }: Pm2Command,
	running: RunningEcosystem,
	project: Project,
): Finding | undefined {
	const decisions = running.ecosystem.apps.flatMap((app) =>
		decisionsOf(app, running.ecosystem),
	);
	const [first] = decisions.filter(
		({ variable, equals }) =>
			equals === environment && !isSetOutside(variable, running, project),
	);
	if (!first) return undefined;
	const { variable, what } = first;
	return {
		message: `${what} follows ${variable} of PM2's own environment while it reads this file; --env ${environment} sets that for the app only, and later: unless the shell sets ${variable}, the other branch is taken.`,
		at: first.at,
		related: [{ at, message: `started with --env ${environment} only` }],
	};
}

interface Decision {
	readonly variable: string;
	readonly equals: string;
	/** What it decides: `instances of api`. */
	readonly what: string;
	readonly at: Place;
}

function decisionsOf(app: App, ecosystem: Ecosystem): readonly Decision[] {
	const name = app.name ?? "an app";
	const fields = ["instances", "exec_mode", "port"].flatMap((field) => {
		const value = app.fields.get(field)?.value;
		return value ? decisionsIn(value, `${field} of ${name}`) : [];
	});
	const ports = blocksOf(app, ecosystem, undefined).flatMap((block) => {
		const { value, because } = variableIn(block, app, "PORT");
		return value ? decisionsIn(value, `${because} of ${name}`) : [];
	});
	const list = asked(app.when).map((each) => ({
		...each,
		what: `whether ${name} is in the list`,
		at: app.nameAt,
	}));
	return [...fields, ...ports, ...list];
}

function decisionsIn(value: StaticValue, what: string): readonly Decision[] {
	return possibilities(value).flatMap(({ when }) =>
		asked(when).map((each) => ({ ...each, what, at: value.at })),
	);
}

/** `NODE_ENV is production`, as the evaluator words its questions. */
function asked(
	when: readonly Circumstance[],
): readonly { readonly variable: string; readonly equals: string }[] {
	return when.flatMap((each) => {
		const question = each.kind === "condition" ? each.question : undefined;
		const [, variable, equals] =
			/^(\w+) is (?!not )(\S+)$/.exec(question?.text ?? "") ?? [];
		return variable && equals ? [{ variable, equals }] : [];
	});
}
