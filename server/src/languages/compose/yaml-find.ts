/** Steps through a YAML tree. */

import type { YamlEntry, YamlMap, YamlNode } from "./yaml.ts";

export function findEntry(
	node: YamlNode | undefined,
	key: string,
): YamlEntry | undefined {
	if (node?.kind !== "map") return undefined;
	return node.entries.find((entry) => entry.key.text === key);
}

export function findValue(
	node: YamlNode | undefined,
	key: string,
): YamlNode | undefined {
	return findEntry(node, key)?.value;
}

/** The mapping under a key, if there is one. */
export function findMap(
	node: YamlNode | undefined,
	key: string,
): YamlMap | undefined {
	const value = findValue(node, key);
	return value?.kind === "map" ? value : undefined;
}

export function isNull(node: YamlNode): boolean {
	return node.kind === "scalar" && node.type === "null";
}
