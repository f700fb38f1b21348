/** Short forms as the long ones that they stand for, so that two files' forms can be merged (compose-go, override/merge.go). */

import type { Place } from "../../text/place.ts";
import { partOf } from "./part.ts";
import type {
	YamlEntry,
	YamlMap,
	YamlNode,
	YamlScalar,
	YamlSequence,
} from "./yaml.ts";
import { isNull } from "./yaml-find.ts";

/** A list of `KEY=VALUE` as the mapping that it means. */
export function asPairs(node: YamlNode): YamlMap {
	if (node.kind === "map") return node;
	const entries = asSequence(node).items.flatMap((item): YamlEntry[] => {
		if (item.kind !== "scalar") return [];
		const equals = item.text.indexOf("=");
		if (equals < 0) return [{ key: item, value: nothing(item.at) }];
		return [
			{
				key: part(item, 0, equals),
				value: part(item, equals + 1, item.text.length),
			},
		];
	});
	return { kind: "map", entries, at: node.at, flow: false };
}

function part(item: YamlScalar, start: number, end: number): YamlScalar {
	const open = item.open ? { open: item.open } : {};
	return {
		kind: "scalar",
		text: item.text.slice(start, end),
		type: "string",
		at: partOf(item, start, end),
		...open,
	};
}

/** One value as a list of one, a mapping as a list of `KEY=VALUE`. */
export function asSequence(node: YamlNode): YamlSequence {
	if (node.kind === "sequence") return node;
	if (isNull(node))
		return { kind: "sequence", items: [], at: node.at, flow: false };
	if (node.kind === "scalar")
		return { kind: "sequence", items: [node], at: node.at, flow: false };
	const items = node.entries.flatMap(({ key, value }) =>
		(value.kind === "sequence" ? value.items : [value]).map(
			(one): YamlScalar => ({
				...key,
				text: isNull(one) ? key.text : `${key.text}=${textOf(one)}`,
				at:
					one.at.path === key.at.path && one.at.end > key.at.start
						? { ...key.at, end: one.at.end }
						: key.at,
				...(one.kind === "scalar" && one.open ? { open: one.open } : {}),
			}),
		),
	);
	return { kind: "sequence", items, at: node.at, flow: false };
}

/** A list of names as a mapping with them as keys. */
export function keyed(
	node: YamlNode,
	value: (name: YamlScalar) => YamlNode,
): YamlMap {
	if (node.kind === "map") return node;
	const entries = asSequence(node).items.flatMap((item) =>
		item.kind === "scalar" ? [{ key: item, value: value(item) }] : [],
	);
	return { kind: "map", entries, at: node.at, flow: false };
}

/** What the short form of depends_on says of a service. */
export function started(name: YamlScalar): YamlMap {
	const word = (text: string, type: YamlScalar["type"]): YamlScalar => ({
		kind: "scalar",
		text,
		type,
		at: name.at,
	});
	return {
		kind: "map",
		at: name.at,
		flow: false,
		entries: [
			{
				key: word("condition", "string"),
				value: word("service_started", "string"),
			},
			{ key: word("required", "string"), value: word("true", "boolean") },
		],
	};
}

/** `build: PATH` as `build: {context: PATH}`. */
export function contextOf(node: YamlNode): YamlMap {
	if (node.kind === "map") return node;
	const entries: YamlEntry[] =
		node.kind === "scalar" && !isNull(node)
			? [
					{
						key: {
							kind: "scalar",
							text: "context",
							type: "string",
							at: node.at,
						},
						value: node,
					},
				]
			: [];
	return { kind: "map", entries, at: node.at, flow: false };
}

export function nothing(at: Place): YamlScalar {
	return {
		kind: "scalar",
		text: "",
		type: "null",
		at: { ...at, start: at.end },
	};
}

export function textOf(node: YamlNode): string {
	return node.kind === "scalar" ? node.text : "";
}
