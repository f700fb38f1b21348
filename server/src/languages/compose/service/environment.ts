/** `environment` and `labels`: mappings, or lists of `KEY=VALUE`. */

import type { Located } from "../../../text/place.ts";
import type { EnvironmentVariable } from "../facts.ts";
import type { YamlNode } from "../yaml.ts";
import { none, pairsOf, type Reading } from "./reading.ts";

export function readEnvironment(
	reading: Reading,
	node: YamlNode | undefined,
): ReadonlyMap<string, EnvironmentVariable> {
	const variables = new Map<string, EnvironmentVariable>();
	for (const [name, { at, value, valueAt }] of pairsOf(node)) {
		const inherited = value === undefined ? reading.variable(name) : undefined;
		variables.set(name, {
			name,
			value: value?.text ?? inherited?.value,
			open: value?.open ?? (inherited?.certain === false ? [name] : none),
			at,
			valueAt,
		});
	}
	return variables;
}

export function readLabels(
	node: YamlNode | undefined,
): ReadonlyMap<string, Located<string>> {
	const labels = new Map<string, Located<string>>();
	for (const [name, { value, valueAt }] of pairsOf(node))
		labels.set(name, { value: value?.text ?? "", at: valueAt });
	return labels;
}
