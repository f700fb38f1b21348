import type { Server } from "../languages/nginx/facts.ts";
import { isDefault, socketsOf } from "../languages/nginx/sockets.ts";
import type { Word } from "../languages/nginx/tree.ts";
import {
	isPlainHost,
	patternsIn,
} from "../languages/nginx/values/host-patterns.ts";
import { replace } from "../text/edit.ts";
import { samePlace } from "../text/place.ts";
import { loadedTogether } from "../topology/loaded-together.ts";
import type { Nginx } from "../topology/model.ts";
import type { Finding, Rule } from "./rule.ts";

export const serverNameConflict: Rule = {
	id: "server-name-conflict",
	severity: "warning",
	summary:
		"Two servers of one address have the same name, or a name is written as no request has it: the server gets no request.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes) {
			const servers = nginx.facts.servers.filter(
				({ protocol }) => protocol === "http",
			);
			yield* conflicts(servers, nginx);
			for (const { names } of servers) yield* names.flatMap(strange);
		}
	},
};

interface Named {
	readonly server: Server;
	readonly word: Word | undefined;
}

/** ngx_http_server_names: conflicting server name, ignored. */
function* conflicts(
	servers: readonly Server[],
	nginx: Nginx,
): Iterable<Finding> {
	const first = new Map<string, Named>();
	const said = new Set<string>();
	for (const server of servers) {
		for (const socket of socketsOf(server)) {
			for (const { text, word } of namesOf(server)) {
				const keys = patternsIn(text).map((name) => `${socket.key} ${name}`);
				const before = keys.map((key) => first.get(key)).find((each) => each);
				if (!before) for (const key of keys) first.set(key, { server, word });
				else if (
					before.server !== server &&
					// No request has such a name: they go to the default server, and this is it.
					!(isDefault(socket) && /^[^a-z0-9]*$/i.test(text)) &&
					!samePlace(before.server.directive.at, server.directive.at) &&
					loadedTogether(nginx, before.server.directive.at, server.directive.at)
				) {
					const at = word?.at ?? server.directive.name.at;
					const place = `${at.path}:${at.start}`;
					if (said.has(place)) continue;
					said.add(place);
					yield {
						message:
							text === ""
								? `Another server on ${socket.text} has no name either: it gets the requests.`
								: `Another server on ${socket.text} has the name ${text} already: it gets the requests.`,
						at,
						related: [
							{
								at: before.word?.at ?? before.server.directive.name.at,
								message: "the server that gets them",
							},
						],
					};
				}
			}
		}
	}
}

/** Without server_name it is the empty one. Regular expressions are tried in their order, and nginx says nothing. */
function namesOf({ names }: Server): readonly {
	readonly text: string;
	readonly word: Word | undefined;
}[] {
	if (names.length === 0) return [{ text: "", word: undefined }];
	return names
		.filter(({ text }) => !text.startsWith("~") && !text.includes("$"))
		.map((word) => ({ text: word.text.toLowerCase(), word }));
}

/** A Host header's port is cut off before names are compared (ngx_http_validate_host). */
function strange(word: Word): readonly Finding[] {
	const { text, at } = word;
	if (!isPlainHost(text)) return [];
	const [, scheme = "", host = "", rest = ""] =
		/^([a-z]+:\/\/)?([\w.*-]+)([:/].*)?$/i.exec(text) ?? [];
	if (host === "" || (scheme === "" && rest === "")) return [];
	const what =
		scheme !== "" ? "a scheme" : rest.startsWith("/") ? "a path" : "a port";
	return [
		{
			message: `"${text}" is compared with the host of a request, which has no ${what.slice(2)}: no request finds this server by it.`,
			at,
			fixes: [
				{
					title: `Write ${host}`,
					preferred: !word.quote,
					edits: () => [replace(at, host)],
				},
			],
		},
	];
}
