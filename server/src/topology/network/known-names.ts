/** The names that an nginx can use for a host. */

import type { Nginx, Project, Route } from "../model.ts";
import { shareNetwork } from "./names.ts";
import { networkNamespace } from "./namespace.ts";

/** Services and aliases on its networks; for a pass directive its upstreams too. */
export function namesFor(
	{ site, facts }: Nginx,
	{ from }: Route,
	{ compose }: Project,
): readonly string[] {
	const upstreams =
		from.kind === "pass"
			? facts.upstreams
					.filter(({ protocol }) => protocol === from.pass.protocol)
					.map(({ name }) => name.text)
			: [];
	if (site.kind !== "container" || !compose) return upstreams;
	const namespace = networkNamespace(site.service, compose);
	if (namespace.kind === "unknown") return upstreams;
	const { service: own } = namespace;
	const near = [...compose.services.values()].filter(
		(other) => other.name !== own.name && shareNetwork(own, other),
	);
	return [
		...upstreams,
		...near.flatMap(({ name, networks }) => [
			name,
			...networks.flatMap(({ aliases }) => aliases.map(({ value }) => value)),
		]),
	];
}
