import type { Server } from "../languages/nginx/facts.ts";
import { bySocket, socketsOf } from "../languages/nginx/sockets.ts";
import type { Word } from "../languages/nginx/tree.ts";
import {
	isHostPattern,
	isPlainHost,
} from "../languages/nginx/values/host-patterns.ts";
import { replace } from "../text/edit.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

export const serverNameWildcard: Rule = {
	id: "server-name-wildcard",
	severity: "error",
	summary:
		"A server_name has a wildcard where none may be, and servers share the address: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts } of wholeNginxes(project))
			yield* invalid(
				facts.servers.filter(({ protocol }) => protocol === "http"),
			);
	},
};

/** ngx_http_server_names: made for an address where there is something to choose. */
function* invalid(servers: readonly Server[]): Iterable<Finding> {
	const listening = bySocket(servers);
	for (const server of servers) {
		const shared = socketsOf(server).find(({ key }) =>
			listening.get(key)?.some((other) => other.server !== server),
		);
		if (!shared) continue;
		for (const word of server.names) {
			const { text, at } = word;
			if (!isPlainHost(text) || isHostPattern(text)) continue;
			const why = text.includes("..")
				? "has an empty part"
				: 'has its "*" where none may be: it is a whole part, the first or the last, as in *.example.com or www.example.*';
			yield {
				message: `"${text}" ${why}. nginx looks its names up where servers share an address, here ${shared.text}, and does not start.`,
				at,
				fixes:
					/^[\w.*-]+$/.test(text) && !text.includes("..")
						? [asExpression(word)]
						: [],
			};
		}
	}
}

function asExpression(word: Word): Fix {
	const parts = word.text.split("*").map((part) => part.replaceAll(".", "\\."));
	const expression = `~^${parts.join("[^.]+")}$`;
	return {
		title: `Write the expression ${expression}`,
		edits: () => [replace(word.at, expression)],
	};
}
