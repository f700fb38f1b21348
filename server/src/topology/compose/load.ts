/**
 * What `docker compose` would work with: files found, merged and read into services. Nothing
 * is filtered by profile, for a name under a profile is a name all the same.
 */

import type {
	ComposeModel,
	ComposeProblem,
	EnvironmentVariable,
	Network,
	Service,
} from "../../languages/compose/facts.ts";
import { schemaProblems } from "../../languages/compose/schema.ts";
import { readEnvFiles } from "../../languages/compose/service/env-files.ts";
import {
	type FileEnvironment,
	readService,
} from "../../languages/compose/service/read.ts";
import {
	isTrue,
	type Reading,
	scalarAt,
} from "../../languages/compose/service/reading.ts";
import type { YamlMap } from "../../languages/compose/yaml.ts";
import {
	findMap,
	findValue,
	isNull,
} from "../../languages/compose/yaml-find.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import type { Lookup } from "../snapshot.ts";
import { consistencyProblems } from "./consistency.ts";
import { cycleProblems } from "./cycles.ts";
import { defaultFiles } from "./files.ts";
import {
	type ComposeFile,
	type Loading,
	openText,
	openYaml,
	type ResolvedReference,
	startLoading,
} from "./loading.ts";
import { dotenvFile } from "./parsed.ts";
import { mergeSource } from "./source.ts";
import {
	both,
	givenVariables,
	settingsOf,
	type Variables,
} from "./variables.ts";

/** The files to load, or the directory in which compose looks for them; then `and` are named with -f behind the default ones. */
export type ComposeStart =
	| { readonly files: readonly string[] }
	| { readonly directory: string; readonly and?: readonly string[] };

export interface ComposeOptions {
	/** What the shell is known to set; wins over .env. */
	readonly variables?: Readonly<Record<string, string>>;
}

export interface LoadedCompose extends ComposeModel {
	/** The project's name: COMPOSE_PROJECT_NAME, `name:`, else the directory's. */
	readonly name: string;
	/** Where relative paths count from. */
	readonly directory: string;
	/** Every file that was asked for, in order: the compose files first. */
	readonly files: readonly ComposeFile[];
	/** Every use of a variable, with what it stands for. */
	readonly references: readonly ResolvedReference[];
	/** Profiles that COMPOSE_PROFILES of .env activates. */
	readonly activeProfiles: readonly string[];
}

/** Goes on with what it has: what is not known yet is asked for and marks nothing wrong. */
export function loadCompose(
	start: ComposeStart,
	look: Lookup,
	options: ComposeOptions = {},
): LoadedCompose {
	const loading = startLoading(look);
	const given = givenVariables(options.variables ?? {});
	const origin =
		"files" in start ? dirname(start.files[0] ?? "/") : start.directory;
	const own = both(given, dotenvOf(loading, origin, given));
	const paths =
		"files" in start
			? start.files
			: [...defaultFiles(origin, look, own), ...(start.and ?? [])];
	const directory = paths[0] === undefined ? origin : dirname(paths[0]);
	// COMPOSE_FILE may point to another directory, whose .env counts as well.
	const settled =
		directory === origin ? own : both(own, dotenvOf(loading, directory, own));
	const name = { value: settled.lookup("COMPOSE_PROJECT_NAME")?.value };
	const variables: Variables = {
		lookup: (variable) =>
			settled.lookup(variable) ??
			(variable === "COMPOSE_PROJECT_NAME"
				? {
						value: normalized(basename(directory)),
						certain: true,
						open: [],
						at: undefined,
						nameAt: undefined,
					}
				: undefined),
	};
	let body: YamlMap | undefined;
	for (const path of paths) {
		const file = openYaml(loading, path, "compose");
		if (file === undefined) loading.complete = false;
		else
			body = mergeSource(
				loading,
				file,
				{ directory, variables, including: [] },
				body,
			);
	}
	const reading: Reading = {
		base: (path) => loading.bases.get(path) ?? directory,
		variable: variables.lookup,
		problems: loading.problems,
	};
	const services = readServices(loading, reading, body, variables);
	const networks = readNetworks(body, services, paths[0] ?? directory);
	const model: ComposeModel = {
		services,
		networks,
		body,
		complete: loading.complete,
		problems: [],
	};
	if (body) loading.problems.push(...schemaProblems(body));
	loading.problems.push(
		...consistencyProblems(model),
		...cycleProblems(services),
	);
	return {
		...model,
		problems: settledProblems(loading),
		name: normalized(
			name.value ?? scalarAt(body, "name")?.text ?? basename(directory),
		),
		directory,
		files: [...loading.files.values()],
		references: loading.references,
		activeProfiles: (variables.lookup("COMPOSE_PROFILES")?.value ?? "")
			.split(",")
			.filter(Boolean),
	};
}

function dotenvOf(
	loading: Loading,
	directory: string,
	outer: Variables,
): Variables {
	const file = openText(loading, resolve(directory, ".env"), "dotenv");
	if (file === undefined) return { lookup: () => undefined };
	const settings = settingsOf(dotenvFile(file), outer);
	return { lookup: (name) => settings.get(name) };
}

function readServices(
	loading: Loading,
	reading: Reading,
	body: YamlMap | undefined,
	variables: Variables,
): ReadonlyMap<string, Service> {
	const services = new Map<string, Service>();
	for (const { key, value } of findMap(body, "services")?.entries ?? []) {
		if (value.kind !== "map" && !isNull(value)) {
			reading.problems.push({
				rule: "compose-syntax",
				severity: "error",
				at: value.at,
				message: `Service ${key.text} must be a mapping.`,
			});
			continue;
		}
		const map: YamlMap =
			value.kind === "map"
				? value
				: { kind: "map", entries: [], at: value.at, flow: false };
		services.set(
			key.text,
			readService(
				reading,
				key,
				map,
				body,
				fileEnvironment(loading, reading, map, variables),
			),
		);
	}
	return services;
}

function fileEnvironment(
	loading: Loading,
	reading: Reading,
	service: YamlMap,
	variables: Variables,
): FileEnvironment {
	const found = new Map<string, EnvironmentVariable>();
	let complete = true;
	for (const { path, format, open } of readEnvFiles(
		reading,
		findValue(service, "env_file"),
	)) {
		const file =
			open.length > 0 ? undefined : openText(loading, path, "env_file");
		if (file === undefined) {
			complete = false;
			continue;
		}
		for (const [name, setting] of settingsOf(
			dotenvFile(file),
			variables,
			format === "raw",
		))
			if (setting.at && setting.nameAt)
				found.set(name, {
					name,
					value: setting.value,
					open: setting.open,
					at: setting.nameAt,
					valueAt: setting.at,
				});
	}
	return { variables: found, complete };
}

function readNetworks(
	body: YamlMap | undefined,
	services: ReadonlyMap<string, Service>,
	path: string,
): ReadonlyMap<string, Network> {
	const networks = new Map<string, Network>();
	for (const { key, value } of findMap(body, "networks")?.entries ?? []) {
		const external = findValue(value, "external");
		networks.set(key.text, {
			name: key.text,
			external: external?.kind === "map" || isTrue(scalarAt(value, "external")),
			internal: isTrue(scalarAt(value, "internal")),
			at: key.at,
		});
	}
	const used = [...services.values()].some((service) =>
		service.networks.some(({ network }) => network === "default"),
	);
	if (used && !networks.has("default"))
		networks.set("default", {
			name: "default",
			external: false,
			internal: false,
			at: { path, start: 0, end: 0 },
		});
	return networks;
}

/** Once each; nothing about a file whose present text is not the one that was read, but that it is broken. */
function settledProblems(loading: Loading): readonly ComposeProblem[] {
	const stale = new Set(
		[...loading.files.values()]
			.filter(({ file, from }) => file !== from)
			.map(({ path }) => path),
	);
	const seen = new Set<string>();
	const current = loading.problems.filter(({ at }) => !stale.has(at.path));
	return [...loading.syntax, ...current].filter(({ rule, at, message }) => {
		const id = `${rule} ${at.path} ${at.start} ${message}`;
		if (seen.has(id)) return false;
		seen.add(id);
		return true;
	});
}

/** NormalizeProjectName: lower case, only letters, digits, `_` and `-`, none of the last two in front. */
function normalized(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9_-]/g, "")
		.replace(/^[_-]+/, "");
}
