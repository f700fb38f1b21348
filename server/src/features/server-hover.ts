/** Which requests come to a server: of its addresses, by its names or as their default. */

import type { Server } from "../languages/nginx/facts.ts";
import {
	isDefault,
	type Socket,
	socketsOf,
} from "../languages/nginx/sockets.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx, Project } from "../topology/model.ts";
import { where } from "./where.ts";

const most = 4;

/** On `listen` and `server_name`, in Markdown; nothing in a part of a configuration, which may stand beside others. */
export function serverInWords(
	directive: Directive,
	project: Project,
): string | undefined {
	for (const nginx of project.nginxes) {
		const server = nginx.facts.servers.find(
			({ directives, protocol }) =>
				protocol === "http" &&
				directives.some(
					({ name }) =>
						name.at.path === directive.name.at.path &&
						name.at.start === directive.name.at.start,
				),
		);
		if (!server || nginx.kind !== "main") continue;
		const only =
			directive.name.text === "listen"
				? server.listens.find((listen) => isThis(listen.directive, directive))
				: undefined;
		const sockets = socketsOf(server).filter(
			({ listen }) => !only || listen === only,
		);
		const lines = sockets
			.slice(0, most)
			.map((socket) => inWords(socket, server, nginx, project));
		return lines.length === 0 ? undefined : [...new Set(lines)].join("\n\n");
	}
	return undefined;
}

function isThis(one: Directive, other: Directive): boolean {
	return (
		one.at.path === other.at.path && one.name.at.start === other.name.at.start
	);
}

/** ngx_http_find_virtual_server: exact names, `*.x`, `x.*`, regular expressions in their order; else the default. */
function inWords(
	{ key, text }: Socket,
	server: Server,
	{ facts }: Nginx,
	project: Project,
): string {
	const there = facts.servers.filter(
		(each) =>
			each.protocol === "http" &&
			socketsOf(each).some((socket) => socket.key === key),
	);
	const first =
		there.find((each) =>
			socketsOf(each).some((socket) => socket.key === key && isDefault(socket)),
		) ?? there[0];
	if (there.length < 2)
		return `\`${text}\`: the only server there, it gets every request, whatever its Host.`;
	const names = server.names
		.map((word) => word.text)
		.filter((name) => name !== "" && name !== "_");
	const named =
		names.length === 0
			? "has no name by which a request could choose it"
			: `gets the requests for ${names
					.slice(0, most)
					.map((name) => `\`${name}\`${kindOf(name)}`)
					.join(", ")}${names.length > most ? " and more" : ""}`;
	if (first === server)
		return `\`${text}\`: one of ${there.length} servers; it ${named}, and as the default all that no other one names.`;
	const other = first
		? `${first.names[0]?.text ? `\`${first.names[0].text}\`, ` : ""}${where(first.directive.at, project, server.directive.at.path)}`
		: "another one";
	return `\`${text}\`: one of ${there.length} servers; it ${named}. What none names goes to the default (${other}).`;
}

function kindOf(name: string): string {
	if (name.startsWith("~")) return " (behind exact names and wildcards)";
	return /^(\*\.|\.)|\.\*$/.test(name) ? " (behind exact names)" : "";
}
