import type { Server } from "../languages/nginx/facts.ts";
import {
	childrenOf,
	find,
	findAll,
	inherited,
	isOn,
} from "../languages/nginx/find.ts";
import {
	bySocket,
	isDefault,
	type Socket,
} from "../languages/nginx/sockets.ts";
import type { Directive } from "../languages/nginx/tree.ts";
import { wholeNginxes } from "../topology/whole-nginxes.ts";
import type { Finding, Rule } from "./rule.ts";

export const sslWithoutCertificate: Rule = {
	id: "ssl-without-certificate",
	severity: "error",
	summary:
		"A server listens with ssl and has no certificate, or a certificate has no key: nginx does not start.",
	reads: "topology",

	*check(project) {
		for (const { facts } of wholeNginxes(project)) {
			for (const protocol of ["http", "stream"] as const) {
				const servers = facts.servers.filter(
					(server) => server.protocol === protocol,
				);
				const around = findAll(facts.directives, protocol).flatMap(childrenOf);
				yield* withoutCertificate(servers, around);
				yield* withoutKey(servers, around);
			}
		}
	},
};

/**
 * ngx_http_ssl_init, ngx_stream_ssl_init: asks the default server of an address, and the others
 * only where that one rejects handshakes. Before 1.25.5 a server of stream was alone at its address.
 */
function* withoutCertificate(
	servers: readonly Server[],
	around: readonly Directive[],
): Iterable<Finding> {
	const said = new Set<Server>();
	for (const all of bySocket(servers).values()) {
		if (!all.some(({ socket }) => socket.listen?.ssl)) continue;
		const first = all.find(({ socket }) => isDefault(socket)) ?? all[0];
		if (!first) continue;
		const asked = rejects(first.server, around)
			? all.filter(({ server }) => !rejects(server, around))
			: [first];
		for (const { server, socket } of asked) {
			if (hasCertificate(server, around) || said.has(server)) continue;
			said.add(server);
			yield finding(server, socket);
		}
	}
}

/** merge_srv_conf of both: the certificates and the keys of a server, or else those around it, are as many. */
function* withoutKey(
	servers: readonly Server[],
	around: readonly Directive[],
): Iterable<Finding> {
	const said = new Set<Directive>();
	for (const { directives, listens, protocol } of servers) {
		// Before 1.25.5 nobody asked for the keys of a server of stream without ssl.
		if (protocol === "stream" && !listens.some(({ ssl }) => ssl)) continue;
		const levels = [directives, around];
		const certificates = inherited(levels, "ssl_certificate");
		const keys = inherited(levels, "ssl_certificate_key");
		const certificate = certificates[keys.length];
		if (!certificate || said.has(certificate)) continue;
		said.add(certificate);
		const file = certificate.args[0]?.text;
		yield {
			message:
				keys.length === 0
					? `${file} has no ssl_certificate_key beside it: nginx does not start.`
					: `${file} has no key: ${certificates.length} certificates stand beside ${keys.length === 1 ? "one ssl_certificate_key" : `${keys.length} keys`}, and nginx does not start.`,
			at: certificate.at,
		};
	}
}

function finding(
	{ directive, directives }: Server,
	{ listen, text }: Socket,
): Finding {
	const ssl =
		listen?.parameters.find((word) => word.text === "ssl") ??
		find(directives, "ssl");
	return {
		message: `${text} speaks TLS, and this server, the one that nginx asks for a certificate there, has no ssl_certificate: nginx does not start.`,
		at: ssl?.at ?? listen?.directive.at ?? directive.name.at,
	};
}

function hasCertificate(
	{ directives }: Server,
	around: readonly Directive[],
): boolean {
	return [directives, around].some(
		(level) =>
			find(level, "ssl_certificate") ?? find(level, "acme_certificate"),
	);
}

function rejects(
	{ directives }: Server,
	around: readonly Directive[],
): boolean {
	return isOn(inherited([directives, around], "ssl_reject_handshake")[0]);
}
