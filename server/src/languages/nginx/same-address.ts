/** Whether two server lines name one address, as far as their texts tell. */

import type { UpstreamServer } from "./facts.ts";

/** Undefined where a variable, or what is no port, stands in it. nginx's default port is 80 (semantics 36). */
export function addressKey({ address }: UpstreamServer): string | undefined {
	const { host, port, portText } = address;
	if (host.kind === "unix") return `unix:${host.path}`;
	if (host.kind === "variable" || (portText && !port)) return undefined;
	const name = host.kind === "ip" ? host.address : host.name;
	return `${name.toLowerCase()}:${port?.value ?? 80}`;
}
