import { setField } from "../languages/pm2/edit.ts";
import type { App } from "../languages/pm2/facts.ts";
import { type Violation, violations } from "../languages/pm2/validate.ts";
import type { PlainValue } from "../languages/pm2/value.ts";
import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type {
	Project,
	RunningApp,
	RunningEcosystem,
} from "../topology/model.ts";
import { isMeantForPm2 } from "../topology/pm2-meant.ts";
import { underWords } from "../topology/pm2-starts.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const pm2Schema: Rule = {
	id: "pm2-schema",
	severity: "error",
	summary: "PM2 refuses a field of an app, and starts no app of the file.",
	reads: "topology",

	*check(project) {
		for (const ecosystem of project.ecosystems) {
			if (!isMeantForPm2(ecosystem)) continue;
			const said = new Set<string>();
			for (const running of ecosystem.apps) {
				for (const violation of violations(running.app)) {
					// Apps may share the value.
					const key = `${violation.at.path}:${violation.at.start}:${violation.field}`;
					if (!said.has(key))
						yield finding(violation, running, ecosystem, project);
					said.add(key);
				}
			}
		}
	},
};

function finding(
	violation: Violation,
	{ app, name }: RunningApp,
	{ apps }: RunningEcosystem,
	project: Project,
): Finding {
	const { field, expected, when, stops } = violation;
	const nothing =
		apps.length === 1
			? "nothing is started"
			: `none of the ${apps.length} apps of this file is started`;
	const where = underWords(undefined, when);
	const isName = field === "name" && stops === "app";
	return {
		message:
			stops === "app"
				? isName
					? "PM2 derives no name from exec, and can't start an app without one."
					: `PM2 can't start ${name}: it names no script.`
				: `PM2 refuses ${field} of ${name}${where}: it must be ${expected}. One such field, and ${nothing}.`,
		at: stops === "app" && !isName ? app.nameAt : violation.at,
		...(when.length > 0 ? { severity: "warning" as const } : {}),
		fixes: isName
			? [renameExec(violation, project)]
			: repairs(violation, app, name, project),
	};
}

function renameExec({ at }: Violation, project: Project): Fix {
	return {
		title: "Call the field script",
		preferred: true,
		edits: () => {
			const written = textOf(project, at.path).slice(at.start, at.end);
			return [replace(at, written.replace("exec", "script"))];
		},
	};
}

function repairs(
	{ field, when }: Violation,
	app: App,
	name: string,
	project: Project,
): readonly Fix[] {
	const value = app.fields.get(field)?.value;
	const meant =
		when.length === 0 && value?.kind === "plain"
			? likely(field, value.value)
			: undefined;
	if (meant === undefined) return [];
	return [
		{
			title: `Set ${field} of ${name} to ${meant}`,
			preferred: true,
			edits: () => setField(textOf(project, app.at.path), app, field, meant),
		},
	];
}

/** What was meant, where that is beyond doubt. */
function likely(
	field: string,
	value: PlainValue,
): string | number | boolean | undefined {
	if (typeof value !== "string") return undefined;
	if (/^(true|false)$/.test(value)) return value === "true";
	if (field === "exec_mode")
		return nearestWord(value.toLowerCase(), ["cluster", "fork"]);
	if (field !== "max_memory_restart") return undefined;
	const [, number, unit = ""] =
		/^(\d+(?:\.\d+)?)\s*([KMG])I?B?$/.exec(value.toUpperCase()) ?? [];
	if (number === undefined) return undefined;
	if (!number.includes(".")) return number + unit;
	const smaller = { G: "M", M: "K", K: "" }[unit] ?? "";
	return `${Math.round(Number(number) * 1024)}${smaller}`;
}
