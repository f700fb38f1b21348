import { removeField } from "../languages/pm2/edit.ts";
import type { App, Field } from "../languages/pm2/facts.ts";
import { fieldName } from "../languages/pm2/fields.ts";
import {
	environmentBlock,
	fieldSchema,
	schema,
} from "../languages/pm2/schema.ts";
import { violations } from "../languages/pm2/validate.ts";
import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Project } from "../topology/model.ts";
import { isMeantForPm2 } from "../topology/pm2-meant.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const pm2FieldUnknown: Rule = {
	id: "pm2-field-unknown",
	severity: "warning",
	summary: "PM2 ignores a field of an app, which is near one that it knows.",
	reads: "topology",

	*check(project) {
		const said = new Set<string>();
		for (const ecosystem of project.ecosystems.filter(isMeantForPm2)) {
			for (const { app, name } of ecosystem.apps) {
				for (const found of findings(app, name, project)) {
					const key = `${found.at.path}:${found.at.start}`;
					if (!said.has(key)) yield found;
					said.add(key);
				}
			}
		}
	},
};

function* findings(
	app: App,
	name: string,
	project: Project,
): Iterable<Finding> {
	for (const field of app.passedOver) {
		const taken = fieldName(field.name);
		yield {
			message: `PM2 passes over ${field.name} of ${name}: it means ${taken}, and ${app.fields.get(taken)?.name ?? taken} is there too.`,
			at: field.nameAt,
		};
	}
	for (const [key, field] of app.fields) {
		if (key === "env_file") {
			const found = environmentFile(app, field, name, project);
			if (found) yield found;
		}
		if (fieldSchema(key) || environmentBlock.test(key)) continue;
		const found = misspelt(app, field, name, project);
		if (found) yield found;
	}
}

/** An object is the block of `--env file`, by whatever intention. */
function environmentFile(
	app: App,
	field: Field,
	name: string,
	project: Project,
): Finding | undefined {
	const { value } = field;
	if (value.kind !== "plain" || typeof value.value !== "string")
		return undefined;
	return {
		message: `PM2 reads no env_file: to it that is the block for --env file, and ${name} gets nothing of ${value.value}. Node itself reads it with node_args: "--env-file=${value.value}".`,
		at: field.nameAt,
		fixes: [
			{
				title: `Remove env_file of ${name}`,
				edits: () => removeField(textOf(project, app.at.path), app, "env_file"),
			},
		],
	};
}

const known = schema.flatMap(({ name, aliases = [] }) => [
	name,
	...aliases,
	name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
]);

function misspelt(
	app: App,
	field: Field,
	name: string,
	project: Project,
): Finding | undefined {
	const written = field.name;
	// Of short words two slips make another word: `title`, `time`.
	const meant = nearestWord(written, known, written.length < 7 ? 1 : 2);
	if (meant === undefined) return undefined;
	const target = fieldName(meant);
	// Where the right one is there too, the other is somebody else's.
	if (app.fields.has(target)) return undefined;
	const renamed = { ...app, fields: new Map(app.fields).set(target, field) };
	return {
		message: `PM2 ignores ${written} of ${name}: it knows no such field. Near is ${meant}.`,
		at: field.nameAt,
		fixes: [
			{
				title: `Change ${written} to ${meant}`,
				// Else PM2 would refuse what it ignored so far.
				preferred: violations(renamed).length <= violations(app).length,
				edits: () => {
					const at = field.nameAt;
					const text = textOf(project, at.path).slice(at.start, at.end);
					return text.includes(written)
						? [replace(at, text.replace(written, meant))]
						: [];
				},
			},
		],
	};
}
