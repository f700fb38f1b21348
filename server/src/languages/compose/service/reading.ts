/** What the readers of a service share: where relative paths count from, and where problems go. */

import type { Located, Place } from "../../../text/place.ts";
import type { ComposeProblem, ComposeRule, Settled } from "../facts.ts";
import { partOf } from "../part.ts";
import type { VariableLookup } from "../template.ts";
import type { YamlMap, YamlNode, YamlScalar } from "../yaml.ts";
import { findValue, isNull } from "../yaml-find.ts";

export interface Reading {
	/** The directory that relative paths in a file count from: the project's, an include's, that of a file that is extended. */
	base(path: string): string;
	/** What compose's own environment says of a variable: an `environment` entry without value takes it. */
	readonly variable: VariableLookup;
	readonly problems: ComposeProblem[];
}

export function refuse(
	reading: Reading,
	rule: ComposeRule,
	at: Place,
	message: string,
): void {
	reading.problems.push({ rule, message, at, severity: "error" });
}

/** The scalar under a key; compose treats an empty one as absent. */
export function scalarAt(
	body: YamlNode | undefined,
	key: string,
): YamlScalar | undefined {
	const value = findValue(body, key);
	return value?.kind === "scalar" && !isNull(value) ? value : undefined;
}

export function settledAt(
	body: YamlNode | undefined,
	key: string,
): Settled<string> | undefined {
	const scalar = scalarAt(body, key);
	return scalar && settled(scalar);
}

export function locatedAt(
	body: YamlNode | undefined,
	key: string,
): Located<string> | undefined {
	return settledAt(body, key);
}

export function settled(scalar: YamlScalar): Settled<string> {
	return { value: scalar.text, at: scalar.at, open: scalar.open ?? none };
}

export const none: readonly string[] = [];

/** The scalars of a list, or the one scalar that stands in its place. */
export function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
	if (node === undefined) return [];
	const items = node.kind === "sequence" ? node.items : [node];
	return items.filter(
		(item): item is YamlScalar => item.kind === "scalar" && !isNull(item),
	);
}

/** `true`, as YAML and as a string that a variable gave. */
export function isTrue(scalar: YamlScalar | undefined): boolean {
	return scalar !== undefined && /^(true|y|yes|on|1)$/i.test(scalar.text);
}

/** A key with its value, from a mapping or from a list of `KEY=VALUE`. */
export interface Pair {
	readonly name: string;
	readonly at: Place;
	/** Absent: only the name is given. */
	readonly value: YamlScalar | undefined;
	/** The value alone; where there is none, its name. */
	readonly valueAt: Place;
}

/** Reads what may be a mapping or a list of `KEY=VALUE`; what comes later wins, at the first one's position. */
export function pairsOf(node: YamlNode | undefined): ReadonlyMap<string, Pair> {
	const pairs = new Map<string, Pair>();
	if (node?.kind === "map") {
		for (const { key, value } of node.entries) {
			if (value.kind !== "scalar") continue;
			pairs.set(key.text, {
				name: key.text,
				at: key.at,
				value: isNull(value) ? undefined : value,
				valueAt: isNull(value) ? key.at : value.at,
			});
		}
		return pairs;
	}
	for (const item of scalarsOf(node)) {
		const equals = item.text.indexOf("=");
		const name = equals < 0 ? item.text : item.text.slice(0, equals);
		pairs.set(name, {
			name,
			at: item.at,
			value:
				equals < 0 ? undefined : { ...item, text: item.text.slice(equals + 1) },
			valueAt:
				equals < 0 ? item.at : partOf(item, equals + 1, item.text.length),
		});
	}
	return pairs;
}

/** A list of names, or a mapping with them as keys: networks, depends_on. */
export function namesOf(node: YamlNode | undefined): readonly {
	readonly name: YamlScalar;
	readonly body: YamlMap | undefined;
}[] {
	if (node?.kind === "map")
		return node.entries.map(({ key, value }) => ({
			name: key,
			body: value.kind === "map" ? value : undefined,
		}));
	return scalarsOf(node).map((name) => ({ name, body: undefined }));
}
