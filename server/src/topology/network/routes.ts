/** Where each address of an nginx configuration leads, and who answers there. */

import type { ComposeModel } from "../../languages/compose/facts.ts";
import type { NginxFacts, Pass } from "../../languages/nginx/facts.ts";
import type { Listener, Route, Site, Target } from "../model.ts";
import { targetOf, upstreamNamed } from "./target.ts";

export interface World {
	readonly compose: ComposeModel | undefined;
	readonly host: readonly Listener[];
	/** By the service's name. */
	readonly containers: ReadonlyMap<string, readonly Listener[]>;
}

export function routesOf(
	facts: NginxFacts,
	site: Site,
	world: World,
): readonly Route[] {
	const servers = facts.upstreams.flatMap((upstream) =>
		upstream.servers.map((server): Route => {
			const { address } = server;
			// nginx's default, also behind an https:// pass (semantics 36).
			const port =
				address.port?.value ??
				(address.host.kind === "unix" || address.portText ? undefined : 80);
			const target = targetOf(address.host, site, world.compose);
			return {
				address,
				from: { kind: "server", upstream, server },
				port,
				target,
				listeners: listening(target, port, world),
			};
		}),
	);
	const passes = facts.passes.map((pass): Route => {
		const upstream = upstreamNamed(
			pass.address.host,
			pass.address.port?.value,
			facts.upstreams,
		);
		const port = upstream
			? undefined
			: (pass.address.port?.value ?? defaultPort(pass));
		const target: Target = upstream
			? { kind: "upstream", upstream }
			: targetOf(pass.address.host, site, world.compose);
		return {
			address: pass.address,
			from: { kind: "pass", pass },
			port,
			target,
			listeners: listening(target, port, world),
		};
	});
	return [...servers, ...passes];
}

/** Everybody who answers at the target on that port. */
function listening(
	target: Target,
	port: number | undefined,
	world: World,
): readonly Listener[] {
	return listenersAt(target, world).filter(
		(listener) => listener.port === port,
	);
}

export function listenersAt(target: Target, world: World): readonly Listener[] {
	if (target.kind === "host") return world.host;
	if (target.kind === "service" || target.kind === "self")
		return world.containers.get(target.service.name) ?? [];
	return [];
}

function defaultPort({ kind, scheme, address }: Pass): number | undefined {
	// A port that is a variable is not known before the request.
	if (address.host.kind === "unix" || address.portText) return undefined;
	if (kind === "memcached_pass") return 11211;
	if (kind !== "proxy_pass" && kind !== "grpc_pass") return undefined;
	return scheme === "https" || scheme === "grpcs" ? 443 : 80;
}
