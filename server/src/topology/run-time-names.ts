/** The host names that a pass directive with variables looks up at each request (semantics 37). */

import type { NginxFacts, Pass } from "../languages/nginx/facts.ts";
import { possibleTexts } from "../languages/nginx/variables.ts";

/** Those that are neither an address nor the name of an upstream; none where not every value is known. */
export function runTimeNames(facts: NginxFacts, pass: Pass): readonly string[] {
	const { host, text, at } = pass.address;
	if (!pass.atRunTime || host.kind === "unix" || host.kind === "ip") return [];
	const possible = possibleTexts(facts, { value: text, at });
	if (!possible.complete) return [];
	const upstreams = new Set(
		facts.upstreams.map(({ name }) => name.text.toLowerCase()),
	);
	const hosts = possible.values.flatMap(({ value }) => {
		const match = /^(?:[a-z]+:\/\/)?([a-z0-9_][\w.-]*)(:\d+)?(?:\/|$)/i.exec(
			value,
		);
		const [, name = "", port] = match ?? [];
		if (name === "" || /^[\d.]+$/.test(name)) return [];
		// With a port it is no upstream's name any more.
		return port === undefined && upstreams.has(name.toLowerCase())
			? []
			: [name];
	});
	return [...new Set(hosts)];
}
