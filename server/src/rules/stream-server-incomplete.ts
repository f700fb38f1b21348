import { directiveIn } from "../languages/nginx/catalog/catalog.ts";
import type { Server } from "../languages/nginx/facts.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Rule } from "./rule.ts";

export const streamServerIncomplete: Rule = {
	id: "stream-server-incomplete",
	severity: "error",
	summary:
		"A server of stream has no listen, or nothing to do with its connections: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts } of wholeNginxes(project)) {
			for (const server of facts.servers) {
				const lacking =
					server.protocol === "stream" ? lackingIn(server) : undefined;
				if (lacking)
					yield {
						message: `This server of stream ${lacking}: nginx does not start.`,
						at: server.directive.name.at,
					};
			}
		}
	},
};

/** ngx_stream_core_server, ngx_stream_core_merge_srv_conf. A directive that Edgewise does not know may be a handler. */
function lackingIn({ directives }: Server): string | undefined {
	const names = directives.map(({ name }) => name.text);
	if (!names.includes("listen"))
		return "has no listen, and no port is taken in its place as in http";
	const handled = names.some(
		(name) =>
			/^(proxy_pass|return|pass|zone_sync)$/.test(name) ||
			!directiveIn(name, "stream server"),
	);
	return handled
		? undefined
		: "has neither proxy_pass nor return to take its connections";
}
