/**
 * Merges one compose file onto another, as compose-go does (override/merge.go): by default
 * mappings merge, sequences append, scalars replace; a table of path patterns says where it
 * is otherwise. Every node keeps the place it came from.
 */

import type { Place } from "../../text/place.ts";
import {
	asPairs,
	asSequence,
	contextOf,
	keyed,
	nothing,
	started,
	textOf,
} from "./merge-forms.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlSequence } from "./yaml.ts";
import { findEntry, isNull } from "./yaml-find.ts";

export interface MergeProblem {
	readonly message: string;
	readonly at: Place;
}

/**
 * `path` is where the two stand in the file: `["services", "web"]` for a service. A mapping
 * keeps the place of the base; entries that are tagged `!reset` are gone afterwards.
 */
export function mergeYaml(
	base: YamlNode,
	over: YamlNode,
	path: readonly string[],
	problems: MergeProblem[],
): YamlNode {
	if (over.tag === "!override") return over;
	const special = specials.find(({ pattern }) => matches(pattern, path));
	if (special) return special.merge(base, over, path, problems);
	return mergeDefault(base, over, path, problems);
}

/** Without the parts that are tagged `!reset`: in a file that nothing lies under they just go. */
export function withoutResets(node: YamlNode): YamlNode {
	if (node.kind === "scalar") return node;
	if (node.kind === "sequence")
		return {
			...node,
			items: node.items
				.filter((item) => item.tag !== "!reset")
				.map(withoutResets),
		};
	return {
		...node,
		entries: node.entries
			.filter(({ value }) => value.tag !== "!reset")
			.map(({ key, value }) => ({ key, value: withoutResets(value) })),
	};
}

type Merger = (
	base: YamlNode,
	over: YamlNode,
	path: readonly string[],
	problems: MergeProblem[],
) => YamlNode;

function mergeDefault(
	base: YamlNode,
	over: YamlNode,
	path: readonly string[],
	problems: MergeProblem[],
): YamlNode {
	if (isNull(over)) return base;
	if (base.kind === "scalar") return over;
	if (base.kind === "map" && over.kind === "map")
		return mergeMaps(base, over, path, problems);
	if (base.kind === "sequence" && over.kind === "sequence")
		return append(base, over);
	const shape = { scalar: "a value", map: "a mapping", sequence: "a list" };
	problems.push({
		message: `${path.join(".")} is ${shape[over.kind]} here, but ${shape[base.kind]} in the file that this one is merged onto.`,
		at: over.at,
	});
	return over;
}

function mergeMaps(
	base: YamlMap,
	over: YamlMap,
	path: readonly string[],
	problems: MergeProblem[],
): YamlMap {
	const entries = new Map<string, YamlEntry>();
	for (const entry of base.entries) entries.set(entry.key.text, entry);
	for (const { key, value } of over.entries) {
		const below = entries.get(key.text);
		if (value.tag === "!reset") entries.delete(key.text);
		else if (below === undefined) entries.set(key.text, { key, value });
		else
			entries.set(key.text, {
				key: below.key,
				value: mergeYaml(below.value, value, [...path, key.text], problems),
			});
	}
	return { ...base, entries: [...entries.values()] };
}

function append(base: YamlSequence, over: YamlSequence): YamlSequence {
	return { ...base, items: [...base.items, ...over.items] };
}

const replace: Merger = (_base, over) => over;

/** Mappings or lists of `KEY=VALUE`: the later value of a key wins, an empty one too. */
const mergePairs: Merger = (base, over) => {
	const entries = new Map<string, YamlEntry>();
	const below = asPairs(base);
	for (const entry of [...below.entries, ...asPairs(over).entries]) {
		if (entry.value.tag === "!reset") entries.delete(entry.key.text);
		else entries.set(entry.key.text, entry);
	}
	return { ...below, entries: [...entries.values()] };
};

/** Lists, or one value in place of a list of one. */
const mergeLists: Merger = (base, over) =>
	append(asSequence(base), asSequence(over));

const mergeExtraHosts: Merger = (base, over) => {
	const below = asSequence(base);
	const known = new Set(below.items.map(textOf));
	return {
		...below,
		items: [
			...below.items,
			...asSequence(over).items.filter((item) => !known.has(textOf(item))),
		],
	};
};

/** The short form of depends_on means that the service has started, and is required. */
const mergeDependencies: Merger = (base, over, path, problems) =>
	mergeMaps(keyed(base, started), keyed(over, started), path, problems);

const mergeNames: Merger = (base, over, path, problems) =>
	mergeMaps(
		keyed(base, ({ at }) => nothing(at)),
		keyed(over, ({ at }) => nothing(at)),
		path,
		problems,
	);

const mergeBuild: Merger = (base, over, path, problems) => {
	if (isNull(over)) return base;
	return mergeMaps(contextOf(base), contextOf(over), path, problems);
};

/** Options of another driver mean nothing to this one. */
const mergeLogging: Merger = (base, over, path, problems) => {
	const before = findEntry(base, "driver")?.value;
	const after = findEntry(over, "driver")?.value;
	if (before && after && textOf(before) !== textOf(after)) return over;
	return mergeDefault(base, over, path, problems);
};

const specials: readonly {
	readonly pattern: readonly string[];
	readonly merge: Merger;
}[] = [
	["services.*.command", replace],
	["services.*.entrypoint", replace],
	["services.*.healthcheck.test", replace],
	["services.*.ulimits.*", replace],
	["services.*.annotations", mergePairs],
	["services.*.build.args", mergePairs],
	["services.*.build.additional_contexts", mergePairs],
	["services.*.build.labels", mergePairs],
	["services.*.deploy.labels", mergePairs],
	["services.*.environment", mergePairs],
	["services.*.labels", mergePairs],
	["services.*.sysctls", mergePairs],
	["networks.*.labels", mergePairs],
	["volumes.*.labels", mergePairs],
	["services.*.dns", mergeLists],
	["services.*.dns_opt", mergeLists],
	["services.*.dns_search", mergeLists],
	["services.*.env_file", mergeLists],
	["services.*.label_file", mergeLists],
	["services.*.tmpfs", mergeLists],
	["services.*.extra_hosts", mergeExtraHosts],
	["services.*.build.extra_hosts", mergeExtraHosts],
	["services.*.build", mergeBuild],
	["services.*.depends_on", mergeDependencies],
	["services.*.networks", mergeNames],
	["services.*.models", mergeNames],
	["services.*.logging", mergeLogging],
].map(([pattern, merge]) => ({
	pattern: (pattern as string).split("."),
	merge: merge as Merger,
}));

function matches(pattern: readonly string[], path: readonly string[]): boolean {
	return (
		pattern.length === path.length &&
		pattern.every((part, i) => part === "*" || part === path[i])
	);
}
