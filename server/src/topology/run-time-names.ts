/** The host names that a pass directive with variables looks up at each request (semantics 37). */

import type { Address, NginxFacts, Pass } from "../languages/nginx/facts.ts";
import { possibleTargets } from "../languages/nginx/possible-targets.ts";
import { passPort } from "./network/pass-port.ts";
import { upstreamNamed } from "./network/target.ts";

/** Those that nginx does not know from its start; none where not every value is known. */
export function runTimeNames(facts: NginxFacts, pass: Pass): readonly string[] {
	if (!pass.atRunTime) return [];
	const { targets, complete } = possibleTargets(facts, pass);
	if (!complete) return [];
	const names = targets.flatMap(({ scheme, address }) => {
		const { host } = address;
		return host.kind !== "name" ||
			upstreamNamed(address, facts.upstreams) ||
			isKnownFromStart(address, passPort({ ...pass, scheme, address }), facts)
			? []
			: [host.name];
	});
	return [...new Set(names)];
}

/** Another pass directive names the same host and port without variables: its addresses count here too. */
function isKnownFromStart(
	{ host }: Address,
	port: number | undefined,
	{ passes }: NginxFacts,
): boolean {
	return passes.some(
		(pass) =>
			!pass.atRunTime &&
			host.kind === "name" &&
			pass.address.host.kind === "name" &&
			pass.address.host.name.toLowerCase() === host.name.toLowerCase() &&
			passPort(pass) === port,
	);
}
