/** The port that a pass directive sends to, where it names no upstream. */

import type { Pass } from "../../languages/nginx/facts.ts";

/** Undefined for a socket, for a port that is no number, and where nginx has no default for it. */
export function passPort({
	kind,
	protocol,
	scheme,
	address,
}: Pick<Pass, "kind" | "protocol" | "scheme" | "address">): number | undefined {
	if (address.port) return address.port.value;
	if (address.host.kind === "unix" || address.portText) return undefined;
	if (kind === "memcached_pass") return 11211;
	if (kind !== "proxy_pass" && kind !== "grpc_pass") return undefined;
	if (protocol !== "http") return undefined;
	return scheme === "https" || scheme === "grpcs" ? 443 : 80;
}
