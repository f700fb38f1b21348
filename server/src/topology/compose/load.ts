/**
 * What `docker compose` would work with: files found, merged and read into services. Nothing
 * is filtered by profile, for a name under a profile is a name all the same.
 */

import type {
	ComposeModel,
	ComposeProblem,
} from "../../languages/compose/facts.ts";
import { schemaProblems } from "../../languages/compose/schema.ts";
import type { Reading } from "../../languages/compose/service/reading.ts";
import type { YamlMap } from "../../languages/compose/yaml.ts";
import type { Place } from "../../text/place.ts";
import type { Lookup } from "../snapshot.ts";
import { consistencyProblems } from "./consistency.ts";
import { cycleProblems } from "./cycles.ts";
import type { Source } from "./include.ts";
import {
	type ComposeFile,
	isYaml,
	type Loading,
	openYaml,
	type ResolvedReference,
	startLoading,
} from "./loading.ts";
import { readNetworks } from "./networks.ts";
import { isBroken } from "./parsed.ts";
import {
	type ComposeOptions,
	type ComposeStart,
	settleProject,
} from "./project.ts";
import { readServices } from "./services.ts";
import { mergeSource } from "./source.ts";

export interface LoadedCompose extends ComposeModel {
	/** The project's name, as its containers carry it. */
	readonly name: string;
	/** Where relative paths count from. */
	readonly directory: string;
	/** Every file that was asked for: the compose files in the order in which they were opened, then those that give variables. */
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
	const { name, directory, paths, variables } = settleProject(
		loading,
		start,
		options,
	);
	const body = mergeFiles(loading, paths, {
		directory,
		variables,
		including: [],
	});
	const reading: Reading = {
		base: (path) => loading.bases.get(path) ?? directory,
		variable: variables.lookup,
		problems: loading.problems,
	};
	const services = readServices(loading, reading, body, variables);
	const networks = readNetworks(body, services, paths[0] ?? directory);
	const { complete } = loading;
	const activeProfiles = (variables.lookup("COMPOSE_PROFILES")?.value ?? "")
		.split(",")
		.filter(Boolean);
	if (body) loading.problems.push(...schemaProblems(body));
	loading.problems.push(
		...consistencyProblems(
			{ services, networks, body, complete },
			activeProfiles,
		),
		...cycleProblems(services),
	);
	const files = [...loading.files.values()];
	return {
		name,
		directory,
		services,
		networks,
		body,
		complete,
		problems: settledProblems(loading),
		files: [
			...files.filter(({ role }) => isYaml(role)),
			...files.filter(({ role }) => !isYaml(role)),
		],
		references: onceEach(loading.references),
		activeProfiles,
	};
}

function mergeFiles(
	loading: Loading,
	paths: readonly string[],
	source: Source,
): YamlMap | undefined {
	// The directory may not be known yet.
	if (paths.length === 0) loading.complete = false;
	let body: YamlMap | undefined;
	for (const path of paths) {
		const file = openYaml(loading, path, "compose");
		if (file) body = mergeSource(loading, file, source, body);
		else loading.complete = false;
	}
	return body;
}

/** Each once, and none of what a variable decides that nothing settles. Of a file that is broken at the moment only what is broken: the rest would be guesswork. */
function settledProblems(loading: Loading): readonly ComposeProblem[] {
	const broken = new Set(
		[...loading.files.values()]
			.filter(({ role, file }) => isYaml(role) && file && isBroken(file))
			.map(({ path }) => path),
	);
	const seen = new Set<string>();
	const open = loading.references.filter(({ setting }) => !setting?.certain);
	const settled = loading.problems.filter(
		({ rule, at }) =>
			!broken.has(at.path) &&
			(rule === "compose-interpolation" ||
				!open.some((reference) => isInside(at, reference.at))),
	);
	return [...loading.syntax, ...settled].filter(({ rule, at, message }) => {
		const id = `${rule} ${at.path} ${at.start} ${message}`;
		if (seen.has(id)) return false;
		seen.add(id);
		return true;
	});
}

/** A file that several services extend is read once for each file that extends it. */
function onceEach(
	references: readonly ResolvedReference[],
): readonly ResolvedReference[] {
	const seen = new Set<string>();
	return references.filter(({ at }) => {
		const id = `${at.start} ${at.path}`;
		return !seen.has(id) && seen.add(id);
	});
}

function isInside(outer: Place, inner: Place): boolean {
	return (
		outer.path === inner.path &&
		outer.start <= inner.start &&
		inner.end <= outer.end
	);
}
