import type { Server } from "../languages/nginx/facts.ts";
import { find } from "../languages/nginx/find.ts";
import {
	isDefault,
	type Socket,
	socketsOf,
} from "../languages/nginx/sockets.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import type { Nginx } from "../topology/model.ts";
import type { Finding, Rule } from "./rule.ts";

export const sslWithoutCertificate: Rule = {
	id: "ssl-without-certificate",
	severity: "error",
	summary:
		"A server listens with ssl and has no certificate: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const nginx of project.nginxes)
			if (nginx.kind === "main" && nginx.complete) yield* inNginx(nginx);
	},
};

interface Listening {
	readonly server: Server;
	readonly socket: Socket;
}

/** ngx_http_ssl_init: asks the default server of an address, and the others only where that one rejects handshakes. */
function* inNginx({ facts }: Nginx): Iterable<Finding> {
	const addresses = new Map<string, Listening[]>();
	const servers = facts.servers.filter(({ protocol }) => protocol === "http");
	for (const server of servers)
		for (const socket of socketsOf(server)) {
			const same = addresses.get(socket.key);
			if (same) same.push({ server, socket });
			else addresses.set(socket.key, [{ server, socket }]);
		}
	const said = new Set<Server>();
	for (const all of addresses.values()) {
		if (!all.some(({ socket }) => socket.listen?.ssl)) continue;
		const first = all.find(({ socket }) => isDefault(socket)) ?? all[0];
		if (!first) continue;
		const asked = rejects(first.server, facts.http)
			? all.filter(({ server }) => !rejects(server, facts.http))
			: [first];
		for (const { server, socket } of asked) {
			if (hasCertificate(server, facts.http) || said.has(server)) continue;
			said.add(server);
			yield finding(server, socket);
		}
	}
}

function finding({ directive }: Server, { listen, text }: Socket): Finding {
	const ssl = listen?.parameters.find((word) => word.text === "ssl");
	return {
		message: `${text} speaks TLS, and this server, the one that nginx asks for a certificate there, has no ssl_certificate: nginx does not start.`,
		at: ssl?.at ?? listen?.directive.at ?? directive.name.at,
	};
}

function hasCertificate(
	{ directives }: Server,
	http: readonly Directive[],
): boolean {
	return [directives, http].some(
		(level) =>
			find(level, "ssl_certificate") ?? find(level, "acme_certificate"),
	);
}

function rejects({ directives }: Server, http: readonly Directive[]): boolean {
	const own = find(directives, "ssl_reject_handshake");
	const said = own ?? find(http, "ssl_reject_handshake");
	return said?.args[0]?.text.toLowerCase() === "on";
}
