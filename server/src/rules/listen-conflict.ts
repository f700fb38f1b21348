import { removeDirective } from "../languages/nginx/edit.ts";
import type { Server } from "../languages/nginx/facts.ts";
import {
	isDefault,
	type Socket,
	socketsOf,
} from "../languages/nginx/sockets.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";
import type { Finding, Rule } from "./rule.ts";

export const listenConflict: Rule = {
	id: "listen-conflict",
	severity: "error",
	summary:
		"A server listens on one address twice, or two are the default of one address: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const servers = nginx.facts.servers.filter(
				({ protocol }) => protocol === "http",
			);
			for (const server of servers) yield* twice(server, project);
			yield* twoDefaults(servers, nginx);
		}
	},
};

/** ngx_http_add_addresses: a duplicate listen. */
function* twice(server: Server, project: Project): Iterable<Finding> {
	const before = new Map<string, Socket>();
	for (const socket of socketsOf(server)) {
		const first = before.get(socket.key);
		const { listen } = socket;
		if (!first) before.set(socket.key, socket);
		if (!first?.listen || !listen) continue;
		const { directive } = listen;
		const other = first.listen.directive;
		if (other.at.start === directive.at.start) continue;
		const alike =
			other.at.path === directive.at.path &&
			textOf(project, other.at.path).slice(other.at.start, other.at.end) ===
				textOf(project, directive.at.path).slice(
					directive.at.start,
					directive.at.end,
				);
		yield {
			message: `This server listens on ${socket.text} already: nginx does not start.`,
			at: directive.at,
			related: [{ at: other.at, message: "the first one" }],
			fixes: [
				{
					title: "Remove the second listen",
					preferred: alike,
					edits: () => [
						removeDirective(textOf(project, directive.at.path), directive),
					],
				},
			],
		};
	}
}

/** ngx_http_add_addresses: a duplicate default server. */
function* twoDefaults(
	servers: readonly Server[],
	nginx: Nginx,
): Iterable<Finding> {
	const defaults = new Map<string, Socket>();
	for (const socket of servers.flatMap(socketsOf).filter(isDefault)) {
		const first = defaults.get(socket.key);
		if (!first) defaults.set(socket.key, socket);
		const other = first?.listen?.directive;
		const { listen } = socket;
		if (!other || !listen) continue;
		const { directive } = listen;
		if (
			other.at.start === directive.at.start ||
			!loadedTogether(nginx, other.at, directive.at)
		)
			continue;
		const word = listen.parameters.find(({ text }) =>
			/^default(_server)?$/.test(text),
		);
		yield {
			message: `Another server is the default of ${socket.text} already: nginx does not start.`,
			at: word?.at ?? directive.at,
			related: [{ at: other.at, message: "the first default" }],
		};
	}
}
