/** The upstream that a pass directive names with a port, which nginx refuses whatever port it is (semantics 29). */

import type { Pass, Upstream } from "../languages/nginx/facts.ts";
import { loadedTogether } from "./loaded-together.ts";
import type { Nginx } from "./model.ts";

export function upstreamWithPort(
	nginx: Nginx,
	{ address, atRunTime, protocol }: Pass,
): Upstream | undefined {
	const { host, portText } = address;
	if (host.kind !== "name" || atRunTime || !portText) return undefined;
	const name = host.name.toLowerCase();
	return nginx.facts.upstreams.find(
		(upstream) =>
			upstream.protocol === protocol &&
			upstream.name.text.toLowerCase() === name &&
			loadedTogether(nginx, upstream.name.at, address.at),
	);
}
