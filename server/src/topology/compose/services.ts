/** The services of a merged project, with the variables that env_file entries give them. */

import type {
	EnvironmentVariable,
	Service,
} from "../../languages/compose/facts.ts";
import { readEnvFiles } from "../../languages/compose/service/env-files.ts";
import {
	type FileEnvironment,
	readService,
} from "../../languages/compose/service/read.ts";
import type { Reading } from "../../languages/compose/service/reading.ts";
import type { YamlMap } from "../../languages/compose/yaml.ts";
import {
	findMap,
	findValue,
	isNull,
} from "../../languages/compose/yaml-find.ts";
import { type Loading, openDotenv, openText } from "./loading.ts";
import { dotenvFile, rawDotenvFile } from "./parsed.ts";
import { settingsOf, type Variables } from "./variables.ts";

export function readServices(
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
		const raw = format === "raw";
		const file =
			open.length > 0
				? undefined
				: raw
					? openText(loading, path, "env_file")
					: openDotenv(loading, path, "env_file");
		if (file === undefined) {
			complete = false;
			continue;
		}
		const parsed = raw ? rawDotenvFile(file) : dotenvFile(file);
		for (const [name, { value, open: unsettled, at, nameAt }] of settingsOf(
			parsed,
			variables,
		))
			if (at && nameAt)
				found.set(name, {
					name,
					value,
					open: unsettled,
					at: nameAt,
					valueAt: at,
				});
	}
	return { variables: found, complete };
}
