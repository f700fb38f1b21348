/** One service in canonical form, from its merged and interpolated mapping. */

import type { DependsOn, EnvironmentVariable, Service } from "../facts.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml.ts";
import { findValue } from "../yaml-find.ts";
import { readBuild } from "./build.ts";
import { readCommand, readHealthcheck } from "./command.ts";
import { readEnvironment, readLabels } from "./environment.ts";
import { readMounts } from "./mounts.ts";
import {
	readExtraHosts,
	readLinks,
	readNetworkMode,
	readNetworks,
} from "./networks.ts";
import { readExpose, readPorts } from "./ports.ts";
import {
	isTrue,
	locatedAt,
	namesOf,
	type Reading,
	scalarAt,
	scalarsOf,
	settledAt,
} from "./reading.ts";
import { readReplicas } from "./scale.ts";

/** What the env_file entries give, later ones over earlier ones. */
export interface FileEnvironment {
	readonly variables: ReadonlyMap<string, EnvironmentVariable>;
	readonly complete: boolean;
}

/** `key` is the service's name where it stands first; `root` the whole merged project. */
export function readService(
	reading: Reading,
	key: YamlScalar,
	body: YamlMap,
	root: YamlNode | undefined,
	files: FileEnvironment,
): Service {
	return {
		name: key.text,
		at: key.at,
		body,
		image: settledAt(body, "image"),
		build: readBuild(reading, findValue(body, "build")),
		containerName: settledAt(body, "container_name"),
		hostname: settledAt(body, "hostname"),
		ports: readPorts(reading, findValue(body, "ports")),
		expose: readExpose(reading, findValue(body, "expose")),
		environment: new Map([
			...files.variables,
			...readEnvironment(reading, findValue(body, "environment")),
		]),
		environmentComplete: files.complete,
		networks: readNetworks(body, key),
		networkMode: readNetworkMode(body),
		extraHosts: readExtraHosts(findValue(body, "extra_hosts")),
		replicas: readReplicas(reading, body),
		dependsOn: readDependsOn(findValue(body, "depends_on")),
		links: readLinks(findValue(body, "links")),
		mounts: readMounts(reading, body, root),
		command: readCommand(findValue(body, "command")),
		entrypoint: readCommand(findValue(body, "entrypoint")),
		healthcheck: readHealthcheck(reading, findValue(body, "healthcheck")),
		labels: readLabels(findValue(body, "labels")),
		profiles: scalarsOf(findValue(body, "profiles")).map(({ text, at }) => ({
			value: text,
			at,
		})),
		restart: locatedAt(body, "restart"),
		workingDir: locatedAt(body, "working_dir"),
	};
}

/** The short form waits for the start, and is required (05-services.md, depends_on). */
function readDependsOn(node: YamlNode | undefined): readonly DependsOn[] {
	return namesOf(node).map(({ name, body }) => ({
		service: name.text,
		condition: scalarAt(body, "condition")?.text ?? "service_started",
		required:
			findValue(body, "required") === undefined ||
			isTrue(scalarAt(body, "required")),
		at: name.at,
	}));
}
