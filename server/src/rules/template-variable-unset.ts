import { appendTo, setKey } from "../languages/compose/edit.ts";
import type { Service } from "../languages/compose/facts.ts";
import { findEntry } from "../languages/compose/yaml-find.ts";
import { replace } from "../text/edit.ts";
import { nearestWord } from "../text/nearest-word.ts";
import type { Nginx, Project } from "../topology/model.ts";
import type { RenderedTemplate } from "../topology/nginx/named-path.ts";
import {
	isRefused,
	type Placeholder,
	placeholders,
} from "../topology/nginx/placeholders.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const templateVariableUnset: Rule = {
	id: "template-variable-unset",
	severity: "error",
	summary: "A variable of a template is set nowhere: it stays in the file.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const templates = new Map(
				nginx.rendered
					.filter(({ complete }) => complete)
					.map((template) => [template.path, template]),
			);
			if (templates.size === 0) continue;
			for (const placeholder of placeholders(nginx.facts)) {
				const template = templates.get(placeholder.at.path);
				if (template && !template.variables.has(placeholder.name))
					yield finding(placeholder, template, nginx, project);
			}
		}
	},
};

function finding(
	placeholder: Placeholder,
	template: RenderedTemplate,
	{ site }: Nginx,
	project: Project,
): Finding {
	const { name, at } = placeholder;
	const service = "service" in site ? site.service : undefined;
	const near = nearestWord(name, template.variables.keys());
	return {
		message: `${name} is set neither in the environment of service ${service?.name} nor by its image: $\{${name}} stays in the file as it is${isRefused(placeholder) ? ", and nginx does not start" : ""}.`,
		at,
		severity: isRefused(placeholder) ? "error" : "warning",
		related: service
			? [{ at: service.at, message: `service ${service.name}` }]
			: [],
		fixes: [
			...(near === undefined ? [] : [change(name, near, at, project)]),
			...(service ? [define(name, service, project)] : []),
		],
	};
}

function change(
	name: string,
	near: string,
	at: Finding["at"],
	project: Project,
): Fix {
	return {
		title: `Change it to $\{${near}}`,
		preferred: true,
		edits: () =>
			textOf(project, at.path).slice(at.start, at.end) === `$\{${name}}`
				? [replace(at, `$\{${near}}`)]
				: [],
	};
}

/** What it should be nobody knows: it is left to be written. */
function define(
	name: string,
	{ body, name: of }: Service,
	project: Project,
): Fix {
	return {
		title: `Add ${name} to the environment of service ${of}`,
		edits: () => {
			const text = textOf(project, body.at.path);
			const isList = findEntry(body, "environment")?.value.kind === "sequence";
			return isList
				? appendTo(text, body, ["environment"], `${name}=`)
				: setKey(text, body, ["environment", name], "");
		},
	};
}
