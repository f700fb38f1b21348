/**
 * The keys that compose knows and the shape of their values, as far as they decide what runs
 * where (compose-go schema/compose-spec.json). A key that is like none of them is let pass:
 * a newer compose may know it.
 */

import { nearestWord } from "../../text/nearest-word.ts";
import type { ComposeProblem } from "./facts.ts";
import { mendWord } from "./mend-word.ts";
import type { YamlMap, YamlNode } from "./yaml.ts";
import { findEntry, findMap, findValue, isNull } from "./yaml-find.ts";

/** s: a value, l: a list, m: a mapping. */
type Shape = "s" | "l" | "m" | "sl" | "sm" | "lm" | "slm";

/** What compose refuses in a merged file for its form alone. Keys without a value are let pass: somebody is typing. */
export function schemaProblems(body: YamlMap): readonly ComposeProblem[] {
	const problems: ComposeProblem[] = [];
	const services = findValue(body, "services");
	if (services === undefined) firstFormat(body, problems);
	checkKeys(body, topLevel, "a compose file", problems);
	const version = findEntry(body, "version");
	if (version)
		problems.push({
			rule: "compose-version-obsolete",
			severity: "hint",
			at: version.key.at,
			message:
				"Compose ignores version since 2.25, and warns of it at every start.",
		});
	for (const { value } of findMap(body, "services")?.entries ?? []) {
		if (value.kind === "map") checkKeys(value, service, "a service", problems);
		for (const [key, known] of nested) {
			const inner = findMap(value, key);
			if (inner) checkKeys(inner, known, key, problems);
		}
	}
	return problems;
}

function checkKeys(
	map: YamlMap,
	known: ReadonlyMap<string, Shape>,
	where: string,
	problems: ComposeProblem[],
): void {
	for (const { key, value } of map.entries) {
		const shape = known.get(key.text);
		if (shape === undefined) {
			if (key.text.startsWith("x-")) continue;
			const meant =
				removed.get(key.text) ?? nearestWord(key.text, known.keys());
			if (meant === undefined) continue;
			const mend = removed.has(key.text)
				? undefined
				: mendWord(key.at, key.text, known.keys());
			problems.push({
				...problem(
					key.at,
					`Compose refuses the key ${key.text} in ${where}; ${meant} is the one that it knows.`,
				),
				...(mend ? { mend } : {}),
			});
		} else if (
			!isNull(value) &&
			!shape.includes(shapeOf(value)) &&
			!isOpen(value)
		)
			problems.push(
				problem(
					value.at,
					`${key.text} takes ${describe(shape)}, not ${words[shapeOf(value)]}.`,
				),
			);
	}
}

/** Files of 2014 have the services at the top; compose 2 refuses them. */
function firstFormat(body: YamlMap, problems: ComposeProblem[]): void {
	const first = body.entries.find(
		({ key, value }) =>
			!topLevel.has(key.text) &&
			(findValue(value, "image") || findValue(value, "build")),
	);
	if (first)
		problems.push(
			problem(
				first.key.at,
				`Compose looks for services under the key services only, not for ${first.key.text} at the top of the file.`,
			),
		);
}

function isOpen(value: YamlNode): boolean {
	return value.kind === "scalar" && value.open !== undefined;
}

const words = { s: "a value", l: "a list", m: "a mapping" } as const;

function shapeOf(value: YamlNode): "s" | "l" | "m" {
	return value.kind === "scalar" ? "s" : value.kind === "sequence" ? "l" : "m";
}

function describe(shape: Shape): string {
	return [...shape].map((one) => words[one as keyof typeof words]).join(" or ");
}

function problem(at: ComposeProblem["at"], message: string): ComposeProblem {
	return { rule: "compose-syntax", severity: "error", at, message };
}

function table(
	shapes: Partial<Record<Shape, string>>,
): ReadonlyMap<string, Shape> {
	const keys = new Map<string, Shape>();
	for (const [shape, names] of Object.entries(shapes))
		for (const name of names.split(" ")) keys.set(name, shape as Shape);
	return keys;
}

const topLevel = table({
	s: "version name",
	l: "include",
	m: "services networks volumes configs secrets models",
});

const service = table({
	s: "attach cgroup cgroup_parent container_name cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset domainname hostname image init ipc isolation mac_address mem_limit mem_reservation mem_swappiness memswap_limit network_mode oom_kill_disable oom_score_adj pid pids_limit platform privileged pull_policy pull_refresh_after read_only restart runtime scale shm_size stdin_open stop_grace_period stop_signal tty use_api_socket user userns_mode uts working_dir",
	l: "cap_add cap_drop configs device_cgroup_rules devices dns_opt expose external_links group_add links ports post_start pre_start pre_stop profiles secrets security_opt volumes volumes_from",
	m: "blkio_config credential_spec deploy develop healthcheck logging provider storage_opt ulimits",
	sl: "command dns dns_search entrypoint env_file gpus label_file tmpfs",
	sm: "build extends",
	lm: "annotations depends_on environment extra_hosts labels models networks sysctls",
});

const nested: readonly (readonly [string, ReadonlyMap<string, Shape>])[] = [
	[
		"build",
		table({
			s: "context dockerfile dockerfile_inline isolation network no_cache privileged pull shm_size target",
			l: "cache_from cache_to entitlements platforms secrets tags",
			m: "ulimits",
			sl: "ssh",
			sm: "provenance sbom",
			lm: "additional_contexts args extra_hosts labels",
		}),
	],
	[
		"deploy",
		table({
			s: "endpoint_mode mode replicas",
			m: "placement resources restart_policy rollback_config update_config",
			lm: "labels",
		}),
	],
	[
		"healthcheck",
		table({
			s: "disable interval retries start_interval start_period timeout",
			sl: "test",
		}),
	],
];

/** Keys of the first formats, with what took their place. */
const removed: ReadonlyMap<string, string> = new Map([
	["dockerfile", "build.dockerfile"],
	["log_driver", "logging.driver"],
	["log_opt", "logging.options"],
	["net", "network_mode"],
	["volume_driver", "volumes"],
]);
