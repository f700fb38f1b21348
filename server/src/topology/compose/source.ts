/** One compose file to one tree: documents interpolated, includes and extended services put in, merged onto each other. */

import { interpolate } from "../../languages/compose/interpolate.ts";
import { mergeYaml, withoutResets } from "../../languages/compose/merge.ts";
import type { YamlMap } from "../../languages/compose/yaml.ts";
import { isNull } from "../../languages/compose/yaml-find.ts";
import type { SourceFile } from "../snapshot.ts";
import { extendServices } from "./extends.ts";
import { includeProjects } from "./include.ts";
import { type Loading, report } from "./loading.ts";
import { composeYaml } from "./parsed.ts";
import type { Variables } from "./variables.ts";

export interface Source {
	/** The directory that relative paths count from. */
	readonly directory: string;
	readonly variables: Variables;
	/** Files that are being included around this one. */
	readonly including: readonly string[];
}

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
		const included = includeProjects(loading, document, file.path, source);
		const extended = extendServices(
			loading,
			included,
			file.path,
			source.variables,
		);
		const problems: { message: string; at: YamlMap["at"] }[] = [];
		const next =
			merged === undefined
				? untagged(file, extended)
				: mergeYaml(merged, extended, [], problems);
		for (const { at, message } of problems)
			report(loading, "compose-syntax", at, message);
		if (next.kind === "map") merged = next;
	}
	return merged;
}

/** The mappings of a file with their variables settled; other documents are reported. */
export function documentsOf(
	loading: Loading,
	file: SourceFile,
	variables: Variables,
): readonly YamlMap[] {
	const maps: YamlMap[] = [];
	for (const document of composeYaml(file).documents) {
		if (document.kind !== "map") {
			if (!isNull(document))
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

function untagged(file: SourceFile, map: YamlMap): YamlMap {
	return file.text.includes("!reset") ? (withoutResets(map) as YamlMap) : map;
}
