/** Where a compose project lies, what it is called, and which variables its files see. */

import { interpolate } from "../../languages/compose/interpolate.ts";
import { findValue } from "../../languages/compose/yaml-find.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import { defaultFiles } from "./files.ts";
import { type Loading, openDotenv, openYaml } from "./loading.ts";
import { composeYaml, dotenvFile } from "./parsed.ts";
import {
	both,
	givenVariables,
	noVariables,
	settingsOf,
	type Variables,
} from "./variables.ts";

/** The files to load, or the directory in which compose looks for them; with `and`, those are named with -f behind the default one, and no override is loaded. */
export type ComposeStart =
	| { readonly files: readonly string[] }
	| { readonly directory: string; readonly and?: readonly string[] };

export interface ComposeOptions {
	/** What the shell is known to set; wins over .env. */
	readonly variables?: Readonly<Record<string, string>>;
}

export interface ProjectFrame {
	readonly name: string;
	/** That of the first file: relative paths count from it. */
	readonly directory: string;
	readonly paths: readonly string[];
	readonly variables: Variables;
}

export function settleProject(
	loading: Loading,
	start: ComposeStart,
	options: ComposeOptions,
): ProjectFrame {
	const given = givenVariables(options.variables ?? {});
	const origin =
		"files" in start ? dirname(start.files[0] ?? "/") : start.directory;
	const own = both(given, dotenvOf(loading, origin, given));
	const paths =
		"files" in start
			? start.files
			: start.and
				? [...defaultFiles(origin, loading.look, own).slice(0, 1), ...start.and]
				: defaultFiles(origin, loading.look, own);
	const directory = paths[0] === undefined ? origin : dirname(paths[0]);
	// COMPOSE_FILE may point to another directory, whose .env counts as well.
	const settled =
		directory === origin ? own : both(own, dotenvOf(loading, directory, own));
	const name = normalized(
		settled.lookup("COMPOSE_PROJECT_NAME")?.value ??
			writtenName(loading, paths, settled) ??
			basename(directory),
	);
	return {
		name,
		directory,
		paths,
		variables: both(settled, givenVariables({ COMPOSE_PROJECT_NAME: name })),
	};
}

function dotenvOf(
	loading: Loading,
	directory: string,
	outer: Variables,
): Variables {
	const file = openDotenv(loading, resolve(directory, ".env"), "dotenv");
	if (file === undefined) return noVariables;
	const settings = settingsOf(dotenvFile(file), outer);
	return { lookup: (name) => settings.get(name) };
}

/** `name:` of the last file that has one; variables may stand in it (compose-go, loader.go, projectName). */
function writtenName(
	loading: Loading,
	paths: readonly string[],
	variables: Variables,
): string | undefined {
	let name: string | undefined;
	for (const path of paths) {
		const file = openYaml(loading, path, "compose");
		for (const document of file ? composeYaml(file).documents : []) {
			const value = findValue(document, "name");
			if (file === undefined || value?.kind !== "scalar" || value.text === "")
				continue;
			const { node } = interpolate(value, file.text, variables.lookup);
			if (node.kind === "scalar") name = node.text;
		}
	}
	return name;
}

/** NormalizeProjectName: lower case, only letters, digits, `_` and `-`, none of the last two in front. */
function normalized(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9_-]/g, "")
		.replace(/^[_-]+/, "");
}
