import { templateVariables } from "../languages/nginx/template.ts";
import type { Nginx, Project } from "../topology/model.ts";
import type { RenderedTemplate } from "../topology/nginx/named-path.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const templateShadowsVariable: Rule = {
	id: "template-shadows-variable",
	severity: "warning",
	summary:
		"An environment variable has the name of an nginx variable: envsubst replaces both.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			for (const template of nginx.rendered)
				yield* findings(template, nginx, project);
		}
	},
};

function* findings(
	{ path, variables }: RenderedTemplate,
	{ site, facts }: Nginx,
	project: Project,
): Iterable<Finding> {
	if (!("service" in site)) return;
	const { service } = site;
	const uses = templateVariables(textOf(project, path));
	for (const [name] of variables) {
		if (!isNginx(name) && !facts.variables.has(name)) continue;
		const use = uses.find((each) => each.name === name);
		const variable = service.environment.get(name);
		if (!use || !variable) continue;
		yield {
			message: `The environment of service ${service.name} has a variable ${name}, and the template uses nginx's $${name}: when the container starts, envsubst puts ${variable.value === undefined ? "the shell's value" : `"${variable.value}"`} in its place.`,
			at: variable.at,
			related: [
				{
					at: { path, start: use.start, end: use.end },
					message: `$${name} is replaced here`,
				},
			],
		};
	}
}

/** Names of nginx's own that somebody could give a variable; they are in small letters. */
function isNginx(name: string): boolean {
	return (
		own.has(name) || /^(http|arg|cookie|sent_http|upstream)_\w+$/.test(name)
	);
}

const own = new Set(
	"args body_bytes_sent bytes_sent connection content_length content_type document_root document_uri host hostname https is_args limit_rate msec nginx_version pid pipe proxy_host proxy_port query_string realpath_root remote_addr remote_port remote_user request request_body request_id request_length request_method request_time request_uri scheme server_addr server_name server_port server_protocol status time_iso8601 time_local uri".split(
		" ",
	),
);
