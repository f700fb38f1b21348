/** The documents of a compose file with their variables settled. */

import { interpolate } from "../../languages/compose/interpolate.ts";
import type { YamlMap, YamlNode } from "../../languages/compose/yaml.ts";
import { findValue, isNull } from "../../languages/compose/yaml-find.ts";
import type { SourceFile } from "../snapshot.ts";
import { type Loading, report } from "./loading.ts";
import { composeYaml } from "./parsed.ts";
import type { Variables } from "./variables.ts";

/** Those that are mappings; others are reported. */
export function documentsOf(
	loading: Loading,
	file: SourceFile,
	variables: Variables,
): readonly YamlMap[] {
	const maps: YamlMap[] = [];
	for (const document of composeYaml(file).documents) {
		if (document.kind !== "map") {
			if (!isNull(document) && !isListOfTasks(document))
				report(
					loading,
					"compose-syntax",
					document.at,
					"A compose file is a mapping with services, networks, volumes …",
				);
			continue;
		}
		const { node, references, problems } = interpolate(
			document,
			file.text,
			variables.lookup,
		);
		for (const reference of references)
			loading.references.push({
				...reference,
				setting: variables.lookup(reference.name),
			});
		for (const { at, message } of problems)
			report(loading, "compose-interpolation", at, message);
		if (node.kind === "map") maps.push(node);
	}
	return maps;
}

/** Ansible's tasks/compose.yml: a file of another program with a name as compose's. */
function isListOfTasks(document: YamlNode): boolean {
	return (
		document.kind === "sequence" &&
		document.items.some(
			(item) => item.kind === "map" && findValue(item, "name") !== undefined,
		)
	);
}
