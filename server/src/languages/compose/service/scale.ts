/** `scale` and `deploy.replicas`: how many containers a service has. */

import type { Replicas } from "../facts.ts";
import type { YamlMap } from "../yaml.ts";
import { findMap } from "../yaml-find.ts";
import { none, type Reading, refuse, scalarAt } from "./reading.ts";

/** `scale` comes first; compose refuses both where they differ (types.ServiceConfig GetScale, loader/validate.go). */
export function readReplicas(
	reading: Reading,
	body: YamlMap,
): Replicas | undefined {
	const scale = count(reading, body, "scale");
	const replicas = count(reading, findMap(body, "deploy"), "replicas");
	if (
		scale &&
		replicas &&
		scale.count !== replicas.count &&
		scale.open.length + replicas.open.length === 0
	)
		reading.problems.push({
			rule: "compose-scale-conflict",
			severity: "error",
			message: `scale says ${scale.count}, but deploy.replicas says ${replicas.count}: compose refuses to start anything.`,
			at: scale.at,
			related: {
				at: replicas.at,
				message: `deploy.replicas is ${replicas.count}`,
			},
		});
	return scale ?? replicas;
}

function count(
	reading: Reading,
	body: YamlMap | undefined,
	key: "scale" | "replicas",
): Replicas | undefined {
	const scalar = scalarAt(body, key);
	if (scalar === undefined) return undefined;
	const open = scalar.open ?? none;
	if (/^\d+$/.test(scalar.text))
		return { count: Number(scalar.text), key, open, at: scalar.at };
	if (open.length === 0)
		refuse(
			reading,
			"compose-syntax",
			scalar.at,
			`${key} takes a number of containers, not ${scalar.text}.`,
		);
	return undefined;
}
