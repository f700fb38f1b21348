/** `include`: whole projects whose resources join this one (compose-spec 14-include.md, loader/include.go). */

import { mergeYaml } from "../../languages/compose/merge.ts";
import {
	scalarAt,
	scalarsOf,
} from "../../languages/compose/service/reading.ts";
import type {
	YamlEntry,
	YamlMap,
	YamlNode,
	YamlScalar,
} from "../../languages/compose/yaml.ts";
import { findValue } from "../../languages/compose/yaml-find.ts";
import { dirname, resolve } from "../../text/path.ts";
import type { SourceFile } from "../snapshot.ts";
import {
	isAbsent,
	type Loading,
	openDotenv,
	openYaml,
	report,
} from "./loading.ts";
import { dotenvFile } from "./parsed.ts";
import { both, noVariables, settingsOf, type Variables } from "./variables.ts";

/** Where a file is loaded. */
export interface Source {
	/** The directory that relative paths count from. */
	readonly directory: string;
	readonly variables: Variables;
	/** Files that are being included around this one. */
	readonly including: readonly string[];
}

/** Merges a file onto the one before. */
export type LoadSource = (
	loading: Loading,
	file: SourceFile,
	source: Source,
	below: YamlMap | undefined,
) => YamlMap | undefined;

/** The file's tree with what it includes; where both define a name, the file's own wins over the included one. */
export function includeProjects(
	loading: Loading,
	document: YamlMap,
	path: string,
	source: Source,
	load: LoadSource,
): YamlMap {
	const include = findValue(document, "include");
	if (include === undefined) return document;
	let result: YamlMap = {
		...document,
		entries: document.entries.filter(({ key }) => key.text !== "include"),
	};
	const items = include.kind === "sequence" ? include.items : [];
	for (const item of items) {
		const imported = includeOne(loading, item, path, source, load);
		if (imported) result = importInto(result, imported);
	}
	return result;
}

function includeOne(
	loading: Loading,
	item: YamlNode,
	path: string,
	source: Source,
	load: LoadSource,
): YamlMap | undefined {
	const paths =
		item.kind === "scalar" ? [item] : scalarsOf(findValue(item, "path"));
	const [first] = paths;
	if (first === undefined) return undefined;
	if (paths.some(({ text, open }) => isRemote(text) || open !== undefined)) {
		loading.complete = false;
		return undefined;
	}
	const absolute = paths.map((scalar) => ({
		scalar,
		path: resolve(source.directory, scalar.text),
	}));
	const written = scalarAt(item, "project_directory");
	const directory = written
		? resolve(source.directory, written.text)
		: dirname(absolute[0]?.path ?? path);
	const variables = both(
		source.variables,
		includedVariables(loading, item, directory, source),
	);
	const including = [...source.including, path];
	let merged: YamlMap | undefined;
	for (const { scalar, path: included } of absolute) {
		if (including.includes(included)) {
			report(
				loading,
				"compose-cycle",
				scalar.at,
				`${scalar.text} is included by itself, through ${chain(including, included)}.`,
			);
			continue;
		}
		const file = openYaml(loading, included, "include");
		if (file)
			merged = load(loading, file, { directory, variables, including }, merged);
		else missing(loading, scalar, included);
	}
	return merged;
}

/** The .env beside it, or the files that `env_file` names, which count from the including file. */
function includedVariables(
	loading: Loading,
	item: YamlNode,
	directory: string,
	source: Source,
): Variables {
	const named = scalarsOf(findValue(item, "env_file"));
	const paths =
		named.length > 0
			? named.map(({ text }) => resolve(source.directory, text))
			: [resolve(directory, ".env")];
	let variables = noVariables;
	for (const path of paths) {
		if (path === "/dev/null") continue;
		const file = openDotenv(loading, path, "dotenv");
		if (file === undefined) continue;
		const settings = settingsOf(
			dotenvFile(file),
			both(source.variables, variables),
		);
		variables = both({ lookup: (name) => settings.get(name) }, variables);
	}
	return variables;
}

const resources: ReadonlySet<string> = new Set([
	"services",
	"networks",
	"volumes",
	"configs",
	"secrets",
	"models",
]);

function importInto(own: YamlMap, imported: YamlMap): YamlMap {
	const entries = new Map<string, YamlEntry>(
		own.entries.map((entry) => [entry.key.text, entry]),
	);
	for (const entry of imported.entries) {
		if (!resources.has(entry.key.text)) continue;
		const mine = entries.get(entry.key.text);
		entries.set(
			entry.key.text,
			mine === undefined
				? entry
				: {
						key: mine.key,
						value: mergeYaml(entry.value, mine.value, [entry.key.text], []),
					},
		);
	}
	return { ...own, entries: [...entries.values()] };
}

/** A file that is not there makes compose refuse; one that is only not known yet is asked for. */
export function missing(
	loading: Loading,
	scalar: YamlScalar,
	path: string,
): void {
	loading.complete = false;
	if (isAbsent(loading, path) && scalar.open === undefined)
		report(
			loading,
			"compose-reference-unknown",
			scalar.at,
			`There is no file ${scalar.text}: compose refuses to start anything.`,
		);
}

/** Git, OCI and HTTP references (compose-go, remote loaders). */
function isRemote(path: string): boolean {
	return (
		/^(?:[a-z][a-z0-9+.-]*:\/\/|oci:|git@|github\.com\/)/.test(path) ||
		/\.git(?:#|$)/.test(path)
	);
}

function chain(including: readonly string[], path: string): string {
	return including
		.slice(including.indexOf(path))
		.map((one) => one.slice(one.lastIndexOf("/") + 1))
		.join(", ");
}
