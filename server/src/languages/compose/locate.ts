/** From a place of a merged tree back to the node that is written there. */

import type { Place } from "../../text/place.ts";
import { parseYaml } from "./parse.ts";
import type { YamlMap, YamlNode } from "./yaml.ts";

/** The mapping at exactly that place of the text; nothing, where none stands there. */
export function writtenMap(text: string, at: Place): YamlMap | undefined {
	for (const document of parseYaml(at.path, text).documents) {
		const found = search(document, at);
		if (found) return found;
	}
	return undefined;
}

function search(node: YamlNode, at: Place): YamlMap | undefined {
	if (
		node.kind === "scalar" ||
		node.at.end < at.start ||
		node.at.start > at.end
	)
		return undefined;
	if (
		node.kind === "map" &&
		node.at.start === at.start &&
		node.at.end === at.end
	)
		return node;
	const children =
		node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
	for (const child of children) {
		const found = search(child, at);
		if (found) return found;
	}
	return undefined;
}
