import type { Container } from "../topology/model.ts";
import type { Finding, Rule } from "./rule.ts";

export const templateNotRendered: Rule = {
	id: "template-not-rendered",
	severity: "warning",
	summary: "Templates are given to the nginx image, and nobody renders them.",
	reads: "topology",

	*check(project) {
		for (const container of project.compose?.containers.values() ?? []) {
			const found = finding(container);
			if (found) yield found;
		}
	},
};

function finding({ service, unrendered }: Container): Finding | undefined {
	if (!unrendered) return undefined;
	const templates = service.mounts.find(({ target }) =>
		target.startsWith("/etc/nginx/templates"),
	);
	const output = service.mounts.find(({ target }) =>
		target.startsWith("/etc/nginx/conf.d"),
	);
	const because = {
		entrypoint: {
			words: "its entrypoint passes the image's start script by",
			at: service.entrypoint?.at,
		},
		command: {
			words:
				"its command does not begin with nginx, and the image's start script renders for that one only",
			at: service.command?.at,
		},
		"read-only": {
			words: "the start script may not write to conf.d",
			at: output?.at,
		},
	}[unrendered];
	return {
		message: `Service ${service.name} has templates, but ${because.words}: nobody renders them, and nginx does not see their servers.`,
		at: because.at ?? templates?.at ?? service.at,
		related: templates ? [{ at: templates.at, message: "the templates" }] : [],
	};
}
