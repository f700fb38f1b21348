/** One compose file to one tree: documents interpolated, includes and extended services put in, merged onto each other. */

import { mergeYaml, withoutResets } from "../../languages/compose/merge.ts";
import type { YamlMap } from "../../languages/compose/yaml.ts";
import type { SourceFile } from "../snapshot.ts";
import { documentsOf } from "./documents.ts";
import { extendServices } from "./extends.ts";
import { includeProjects, type Source } from "./include.ts";
import { type Loading, report } from "./loading.ts";

/** Merges the file's documents onto `below`, as compose-go does (loader.go, loadYamlFile). */
export function mergeSource(
	loading: Loading,
	file: SourceFile,
	source: Source,
	below: YamlMap | undefined,
): YamlMap | undefined {
	loading.bases.set(file.path, source.directory);
	let merged = below;
	for (const document of documentsOf(loading, file, source.variables)) {
		const included = includeProjects(
			loading,
			document,
			file.path,
			source,
			mergeSource,
		);
		const extended = extendServices(
			loading,
			included,
			file.path,
			source.variables,
		);
		const problems: { message: string; at: YamlMap["at"] }[] = [];
		const next =
			merged === undefined
				? extended
				: mergeYaml(merged, extended, [], problems);
		for (const { at, message } of problems)
			report(loading, "compose-syntax", at, message);
		if (next.kind === "map") merged = untagged(file, next);
	}
	return merged;
}

function untagged(file: SourceFile, map: YamlMap): YamlMap {
	return file.text.includes("!reset") ? (withoutResets(map) as YamlMap) : map;
}
