/** What compose finds wrong once everything is merged (compose-go, loader/validate.go, validation/validation.go). */

import type { ComposeProblem, Service } from "../../languages/compose/facts.ts";
import { isTrue, scalarAt } from "../../languages/compose/service/reading.ts";
import {
	findEntry,
	findMap,
	findValue,
} from "../../languages/compose/yaml-find.ts";
import type { Place } from "../../text/place.ts";
import { type MergedModel, unknownNames } from "./unknown-names.ts";

export function consistencyProblems(
	model: MergedModel,
	activeProfiles: readonly string[],
): readonly ComposeProblem[] {
	const problems: ComposeProblem[] = [...definitions(model)];
	const containers = new Map<string, Service>();
	for (const service of model.services.values()) {
		problems.push(
			...contradictions(service),
			...containerNames(service, containers),
		);
		// What is not here may come from what could not be read.
		if (model.complete)
			problems.push(
				...missingImage(service),
				...unknownNames(service, model),
				...disabledDependencies(service, model, activeProfiles),
			);
	}
	return problems;
}

function* missingImage({
	name,
	at,
	image,
	build,
	body,
}: Service): Iterable<ComposeProblem> {
	if (image || build || findValue(body, "provider")) return;
	yield syntax(
		at,
		`Service ${name} has neither image nor build: compose refuses to start anything.`,
	);
}

/** A service that always runs can't wait for one that runs only under a profile (types/project.go, WithProfiles). */
function* disabledDependencies(
	{ name, profiles, dependsOn }: Service,
	model: MergedModel,
	active: readonly string[],
): Iterable<ComposeProblem> {
	if (profiles.length > 0) return;
	for (const { service, required, at } of dependsOn) {
		const needed =
			model.services.get(service)?.profiles.map(({ value }) => value) ?? [];
		if (
			!required ||
			needed.length === 0 ||
			needed.some((profile) => active.includes(profile)) ||
			active.includes("*")
		)
			continue;
		yield {
			rule: "compose-reference-unknown",
			severity: "warning",
			at,
			message: `Service ${name} needs ${service}, which runs only under profile ${needed.join(" or ")}: without it compose refuses to start ${name}.`,
		};
	}
}

function* contradictions({
	name,
	body,
	networks,
}: Service): Iterable<ComposeProblem> {
	const mode = findEntry(body, "network_mode");
	const attached = findEntry(body, "networks");
	if (
		mode &&
		attached &&
		scalarAt(body, "network_mode")?.open === undefined &&
		networks.length > 0
	)
		yield {
			...syntax(
				mode.key.at,
				`Service ${name} has network_mode and networks: compose takes one of them only.`,
			),
			related: { at: attached.key.at, message: "networks stands here" },
		};
	const build = findMap(body, "build");
	const file = findEntry(build, "dockerfile");
	const inline = findEntry(build, "dockerfile_inline");
	if (file && inline)
		yield {
			...syntax(
				inline.key.at,
				`The build of service ${name} has dockerfile and dockerfile_inline: compose takes one of them only.`,
			),
			related: { at: file.key.at, message: "dockerfile stands here" },
		};
}

/** Of services that always run together no two may have one container name (types/project.go). */
function* containerNames(
	service: Service,
	known: Map<string, Service>,
): Iterable<ComposeProblem> {
	const own = service.containerName;
	if (own === undefined || service.profiles.length > 0) return;
	const first = known.get(own.value);
	if (first?.containerName)
		yield {
			...syntax(
				own.at,
				`Service ${service.name} has the container_name of service ${first.name}, ${own.value}: compose refuses to start anything.`,
			),
			related: {
				at: first.containerName.at,
				message: `container_name of service ${first.name}`,
			},
		};
	else known.set(own.value, service);
}

/** A config or secret says in exactly one way where its content comes from. */
function* definitions({ body }: MergedModel): Iterable<ComposeProblem> {
	for (const [kind, ways] of [
		["configs", ["file", "environment", "content"]],
		["secrets", ["file", "environment"]],
	] as const)
		for (const { key, value } of findMap(body, kind)?.entries ?? []) {
			const given = ways.filter((way) => findEntry(value, way));
			if (
				isTrue(scalarAt(value, "external")) ||
				findMap(value, "external") ||
				findEntry(value, "driver")
			)
				continue;
			const choice = `${ways.slice(0, -1).join(", ")} or ${ways.at(-1)}`;
			if (given.length === 0)
				yield syntax(
					key.at,
					`${key.text} needs ${choice}, or external: true; compose refuses to start anything.`,
				);
			else if (given.length > 1)
				yield syntax(
					key.at,
					`${key.text} has ${given.join(" and ")}: compose takes one of them only.`,
				);
		}
}

function syntax(at: Place, message: string): ComposeProblem {
	return { rule: "compose-syntax", severity: "error", at, message };
}
