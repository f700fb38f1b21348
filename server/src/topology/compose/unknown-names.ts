/** Names that a service uses and that nothing defines (compose-go, loader/validate.go). */

import type {
	ComposeModel,
	ComposeProblem,
	Service,
} from "../../languages/compose/facts.ts";
import { mendWord } from "../../languages/compose/mend-word.ts";
import { scalarsOf } from "../../languages/compose/service/reading.ts";
import { findMap, findValue } from "../../languages/compose/yaml-find.ts";
import type { Place } from "../../text/place.ts";

export type MergedModel = Omit<ComposeModel, "problems">;

export function unknownNames(
	service: Service,
	model: MergedModel,
): readonly ComposeProblem[] {
	return uses(service).flatMap(({ kind, name, at }): ComposeProblem[] => {
		const known = defined(kind, model);
		if (known.includes(name)) return [];
		const mend = mendWord(
			at,
			name,
			known.filter((other) => other !== service.name),
		);
		return [
			{
				rule: "compose-reference-unknown",
				severity: "error",
				at,
				message: `Service ${service.name} names ${kind} ${name}, which is defined nowhere: compose refuses to start anything.`,
				...(mend ? { mend } : {}),
			},
		];
	});
}

type Kind = "service" | "network" | "volume" | "config" | "secret";

interface Use {
	readonly kind: Kind;
	readonly name: string;
	readonly at: Place;
}

function uses({
	dependsOn,
	links,
	networkMode,
	networks,
	mounts,
	body,
}: Service): readonly Use[] {
	const found: Use[] = [];
	for (const { service: name, at } of dependsOn)
		found.push({ kind: "service", name, at });
	for (const { service: name, at } of links)
		found.push({ kind: "service", name, at });
	if (networkMode?.kind === "service")
		found.push({
			kind: "service",
			name: networkMode.service,
			at: networkMode.at,
		});
	for (const { text, at } of scalarsOf(findValue(body, "volumes_from"))) {
		const [name = ""] = text.split(":");
		if (!text.startsWith("container:"))
			found.push({ kind: "service", name, at });
	}
	for (const { network: name, at } of networks)
		found.push({ kind: "network", name, at });
	for (const { kind, at, ...mount } of mounts) {
		const name = "name" in mount ? mount.name : undefined;
		if (
			name !== undefined &&
			(kind === "volume" || kind === "config" || kind === "secret")
		)
			found.push({ kind, name, at });
	}
	return found;
}

function defined(kind: Kind, model: MergedModel): readonly string[] {
	if (kind === "service") return [...model.services.keys()];
	if (kind === "network") return [...model.networks.keys()];
	return (
		findMap(model.body, `${kind}s`)?.entries.map(({ key }) => key.text) ?? []
	);
}
