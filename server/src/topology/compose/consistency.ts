/** What compose finds wrong once everything is merged (compose-go, loader/validate.go). */

import type {
	ComposeModel,
	ComposeProblem,
	Service,
} from "../../languages/compose/facts.ts";
import { scalarAt } from "../../languages/compose/service/reading.ts";
import { findMap, findValue } from "../../languages/compose/yaml-find.ts";

type Merged = Omit<ComposeModel, "problems">;

export function consistencyProblems(model: Merged): readonly ComposeProblem[] {
	const problems: ComposeProblem[] = [];
	for (const service of model.services.values()) {
		problems.push(...formProblems(service));
		// What is not here may come from what could not be read.
		if (model.complete)
			problems.push(...missingImage(service), ...unknownNames(service, model));
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
	yield problem(
		"compose-syntax",
		at,
		`Service ${name} has neither image nor build: compose refuses to start anything.`,
	);
}

function* formProblems(service: Service): Iterable<ComposeProblem> {
	const { name, body } = service;
	const mode = scalarAt(body, "network_mode");
	const networks = findValue(body, "networks");
	if (mode && networks && service.networks.length > 0)
		yield {
			...problem(
				"compose-syntax",
				mode.at,
				`Service ${name} has network_mode and networks: compose takes one of them only.`,
			),
			related: { at: networks.at, message: "networks stands here" },
		};
}

function* unknownNames(
	service: Service,
	model: Merged,
): Iterable<ComposeProblem> {
	const { name } = service;
	const unknown = (at: ComposeProblem["at"], kind: string, wanted: string) =>
		problem(
			"compose-reference-unknown",
			at,
			`Service ${name} names ${kind} ${wanted}, which is defined nowhere: compose refuses to start anything.`,
		);
	for (const { service: wanted, at } of service.dependsOn)
		if (!model.services.has(wanted)) yield unknown(at, "service", wanted);
	for (const { service: wanted, at } of service.links)
		if (!model.services.has(wanted)) yield unknown(at, "service", wanted);
	if (
		service.networkMode?.kind === "service" &&
		!model.services.has(service.networkMode.service)
	)
		yield unknown(
			service.networkMode.at,
			"service",
			service.networkMode.service,
		);
	for (const { network, at } of service.networks)
		if (!model.networks.has(network)) yield unknown(at, "network", network);
	for (const mount of service.mounts) {
		if (mount.kind === "bind" || mount.name === undefined) continue;
		const kind =
			mount.kind === "volume" ||
			mount.kind === "config" ||
			mount.kind === "secret"
				? mount.kind
				: undefined;
		if (kind === undefined || hasKey(model, `${kind}s`, mount.name)) continue;
		yield unknown(mount.at, kind, mount.name);
	}
}

function hasKey(model: Merged, key: string, name: string): boolean {
	return (
		findMap(model.body, key)?.entries.some(
			(entry) => entry.key.text === name,
		) === true
	);
}

function problem(
	rule: ComposeProblem["rule"],
	at: ComposeProblem["at"],
	message: string,
): ComposeProblem {
	return { rule, at, message, severity: "error" };
}
