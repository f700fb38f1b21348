/** The backup servers of an upstream that stand for a primary's own address: they can never help. */

import type { Upstream, UpstreamServer } from "../languages/nginx/facts.ts";
import { flag } from "../languages/nginx/find.ts";
import { addressKey } from "../languages/nginx/same-address.ts";

export function selfBackups({
	servers,
}: Upstream): readonly { backup: UpstreamServer; primary: UpstreamServer }[] {
	const primaries = servers.filter((server) => !flag(server, "backup"));
	return servers.flatMap((backup) => {
		const key = addressKey(backup);
		const primary = primaries.find(
			(server) => key !== undefined && addressKey(server) === key,
		);
		return flag(backup, "backup") && primary ? [{ backup, primary }] : [];
	});
}
