import type { Nginx, Project } from "../topology/model.ts";
import {
	isRefused,
	type Placeholder,
	placeholders,
} from "../topology/nginx/placeholders.ts";
import { isRenderedByScript } from "../topology/nginx/rendered-by-script.ts";
import type { Finding, Rule } from "./rule.ts";

export const placeholderLeft: Rule = {
	id: "placeholder-left",
	severity: "warning",
	summary:
		"A place to fill in stands in a file that nobody renders, or a host is still a placeholder.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			if (nginx.site.kind === "container" || nginx.site.kind === "host-network")
				yield* unrendered(nginx, project);
			yield* capitals(nginx);
		}
	},
};

function* unrendered(nginx: Nginx, project: Project): Iterable<Finding> {
	const written = project.files.some(
		({ path, text }) => text.includes("${") && nginx.files.includes(path),
	);
	if (!written) return;
	const rendered = new Set(nginx.rendered.map(({ path }) => path));
	for (const placeholder of placeholders(nginx.facts)) {
		const { at } = placeholder;
		if (
			rendered.has(at.path) ||
			!nginx.files.includes(at.path) ||
			/\.(template|tmpl|tpl|j2|in|dist|example)$/.test(at.path) ||
			isRenderedByScript(at.path, project)
		)
			continue;
		yield finding(placeholder);
	}
}

function finding(placeholder: Placeholder): Finding {
	const { name, at } = placeholder;
	return {
		message: `Nobody renders this file: $\{${name}} stays as it is${isRefused(placeholder) ? ", and nginx does not start" : ""}. The image renders only what lies in /etc/nginx/templates and ends with .template.`,
		at,
	};
}

/** `VM1_INTERNAL_IP`: somebody is to fill it in. */
function* capitals({ routes }: Nginx): Iterable<Finding> {
	for (const { address } of routes) {
		const { host } = address;
		if (host.kind !== "name" || !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(host.name))
			continue;
		yield {
			message: `${host.name} looks like a place to fill in: as it is, nginx looks for a host of that name.`,
			at: host.at,
			severity: "info",
		};
	}
}
