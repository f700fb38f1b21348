import { setField } from "../languages/pm2/edit.ts";
import type { App } from "../languages/pm2/facts.ts";
import type { Project, RunningEcosystem } from "../topology/model.ts";
import { loadedEcosystems } from "../topology/pm2-refused.ts";
import { bothHold, underWords } from "../topology/pm2-starts.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2NameDuplicate: Rule = {
	id: "pm2-name-duplicate",
	severity: "error",
	summary:
		"Two apps of one file have one name: at the next start by this file both get the settings of the last one.",
	reads: "topology",

	*check(project) {
		for (const ecosystem of loadedEcosystems(project)) {
			const { apps } = ecosystem.ecosystem;
			for (const [i, app] of apps.entries()) {
				const found = apps
					.slice(0, i)
					.map((earlier) => finding(earlier, app, ecosystem, project))
					.find((each) => each !== undefined);
				if (found) yield found;
			}
		}
	},
};

function finding(
	first: App,
	second: App,
	{ ecosystem, site }: RunningEcosystem,
	project: Project,
): Finding | undefined {
	const { name } = second;
	if (name === undefined || first.name !== name) return undefined;
	// A spread that is not known may bring a name.
	if (![first, second].every(isNamed)) return undefined;
	const when = bothHold(first.when, second.when);
	if (!when) return undefined;
	const derived = [first, second].every((app) => !app.fields.has("name"));
	const who = derived
		? `Two apps have no name, and PM2 calls both ${name}, after their script`
		: `Two apps are called ${name}`;
	const isFirst = site.kind !== "host";
	const free = freeName(name, ecosystem.apps);
	return {
		message: isFirst
			? `${who}${underWords(undefined, when)}: each pm2 command for ${name} concerns both.`
			: `${who}${underWords(undefined, when)}: at the next start or restart by this file both get the settings of the last one, and further copies are started.`,
		at: second.nameAt,
		...(isFirst || when.length > 0 ? { severity: "warning" as const } : {}),
		related: [{ at: first.nameAt, message: `the first ${name}` }],
		fixes: [
			{
				title: `Call the second one ${free}`,
				edits: () =>
					setField(textOf(project, second.at.path), second, "name", free),
			},
		],
	};
}

function isNamed(app: App): boolean {
	const prefix = app.fields.get("name_prefix");
	return !prefix && (app.complete || app.fields.has("name"));
}

function freeName(name: string, apps: readonly App[]): string {
	let number = 2;
	while (apps.some((app) => app.name === `${name}-${number}`)) number++;
	return `${name}-${number}`;
}
