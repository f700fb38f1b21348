/** Where each address of an nginx configuration leads, and who answers there. */

import { groupBy } from "../../collections/group-by.ts";
import { oncePer } from "../../collections/once-per.ts";
import type { ComposeModel } from "../../languages/compose/facts.ts";
import type { Pass } from "../../languages/nginx/facts.ts";
import { possibleTargets } from "../../languages/nginx/possible-targets.ts";
import type { Listener, Nginx, Route, Target } from "../model.ts";
import { passPort } from "./pass-port.ts";
import { targetOf, upstreamNamed } from "./target.ts";

export interface World {
	readonly compose: ComposeModel | undefined;
	readonly host: readonly Listener[];
	/** By the service's name. */
	readonly containers: ReadonlyMap<string, readonly Listener[]>;
}

export function routesOf(
	{ facts, site, complete }: Pick<Nginx, "facts" | "site" | "complete">,
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
	return [...servers, ...facts.passes.flatMap(routesOfPass)];

	/** One for each address that the pass can have; where others are possible, one that says so. */
	function routesOfPass(pass: Pass): readonly Route[] {
		const possible = possibleTargets(facts, pass);
		const known = possible.targets.map((each) => routeTo(pass, each));
		const isAll = possible.complete && (complete || !isVariable(pass));
		return known.length > 0 && isAll
			? known
			: [...known, unknownRoute(pass, known.length > 0)];
	}

	function routeTo(
		pass: Pass,
		{ scheme, address }: Pick<Pass, "scheme" | "address">,
	): Route {
		const upstream = upstreamNamed(address, facts.upstreams);
		const port = upstream ? undefined : passPort({ ...pass, scheme, address });
		const target: Target = upstream
			? { kind: "upstream", upstream }
			: targetOf(address.host, site, world.compose);
		return {
			address,
			from: { kind: "pass", pass },
			port,
			target,
			listeners: listening(target, port, world),
		};
	}
}

function isVariable({ scheme, address }: Pass): boolean {
	return `${scheme ?? ""}${address.text}`.includes("$");
}

function unknownRoute(pass: Pass, hasKnown: boolean): Route {
	const { address } = pass;
	return {
		address,
		from: { kind: "pass", pass },
		port: address.port?.value,
		target: {
			kind: "unknown",
			reason: hasKnown
				? `${address.text} may be something else at run time too`
				: `${address.text} is only known at run time`,
		},
		listeners: [],
	};
}

/** Everybody who answers at the target on that port. */
function listening(
	target: Target,
	port: number | undefined,
	world: World,
): readonly Listener[] {
	return byPort(listenersAt(target, world)).get(port) ?? [];
}

/** A host may have a thousand, and is asked for every route. */
const byPort = oncePer((listeners: readonly Listener[]) =>
	groupBy(listeners, ({ port }): number | undefined => port),
);

export function listenersAt(target: Target, world: World): readonly Listener[] {
	if (target.kind === "host") return world.host;
	if (target.kind === "service" || target.kind === "self")
		return world.containers.get(target.service.name) ?? [];
	return [];
}
