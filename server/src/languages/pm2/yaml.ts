/** A PM2 configuration in YAML, which PM2 reads with js-yaml (semantics 1, 2): aliases and merge keys are followed. */

import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	Parser,
	parseDocument,
	type YAMLMap,
} from "yaml";
import type { Place } from "../../text/place.ts";
import type { Pm2Problem } from "./facts.ts";
import type { PlainValue, StaticProperty, StaticValue } from "./value.ts";

export interface YamlValue {
	readonly value: StaticValue | undefined;
	readonly errors: readonly Pm2Problem[];
	readonly comments: readonly Place[];
}

/** How many values aliases may unfold to. */
const largest = 50_000;
const deepest = 100;

/** Never throws. */
export function yamlValue(path: string, text: string): YamlValue {
	try {
		const document = parseDocument(text, {
			logLevel: "silent",
			prettyErrors: false,
			merge: false,
		});
		const errors = document.errors.map(({ message, pos: [start, end] }) => ({
			message,
			at: { path, start, end: Math.min(end, text.length) },
		}));
		const root = document.contents as Node | null;
		const lower = { path, document: document as Document, count: 0 };
		const value = root ? lowered(root, lower, 0) : undefined;
		return { value, errors, comments: commentsIn(path, text) };
	} catch {
		// Only a nesting that exceeds the stack gets here.
		const at = { path, start: 0, end: 0 };
		return {
			value: undefined,
			errors: [{ message: "The text is nested too deeply to be read.", at }],
			comments: [],
		};
	}
}

interface Lowering {
	readonly path: string;
	readonly document: Document;
	count: number;
}

function lowered(
	node: Node | null | undefined,
	lower: Lowering,
	depth: number,
): StaticValue {
	const at = placeOf(node, lower.path);
	if (++lower.count > largest || depth > deepest)
		return { kind: "unknown", reason: "it is too large to be evaluated", at };
	if (isAlias(node)) {
		const target = node.resolve(lower.document);
		return { ...lowered(target, lower, depth + 1), at };
	}
	if (isScalar(node)) return { kind: "plain", value: plainOf(node.value), at };
	if (isSeq(node))
		return {
			kind: "array",
			items: node.items.map((item) => lowered(item as Node, lower, depth + 1)),
			complete: true,
			at,
		};
	if (isMap(node))
		return {
			kind: "object",
			properties: [...propertiesOf(node, lower, depth).values()],
			complete: true,
			at,
		};
	return { kind: "plain", value: null, at };
}

function plainOf(value: unknown): PlainValue {
	switch (typeof value) {
		case "string":
		case "number":
		case "boolean":
			return value;
		default:
			return value === null || value === undefined ? null : String(value);
	}
}

/** What `<<` brings stands before the map's own keys and gives way to them. */
function propertiesOf(
	map: YAMLMap,
	lower: Lowering,
	depth: number,
): ReadonlyMap<string, StaticProperty> {
	const merged = new Map<string, StaticProperty>();
	const own = new Map<string, StaticProperty>();
	for (const pair of map.items as Pair<Node, Node | null>[]) {
		const { key } = pair;
		const value = lowered(pair.value, lower, depth + 1);
		const name = isScalar(key) ? String(key.value) : "";
		if (name === "<<") {
			for (const property of mergedBy(value))
				if (!merged.has(property.key)) merged.set(property.key, property);
			continue;
		}
		const keyAt = placeOf(key, lower.path);
		own.set(name, {
			key: name,
			keyAt,
			value,
			at: {
				...keyAt,
				end: Math.max(keyAt.end, placeOf(pair.value, lower.path).end),
			},
			writtenAt: placeOf(pair.value ?? key, lower.path),
		});
	}
	return new Map([...merged, ...own]);
}

/** The first of several maps wins (js-yaml, mergeMappings). */
function mergedBy(value: StaticValue): readonly StaticProperty[] {
	if (value.kind === "object") return value.properties;
	return value.kind === "array" ? value.items.flatMap(mergedBy) : [];
}

function placeOf(node: Node | null | undefined, path: string): Place {
	const [start = 0, end = 0] = node?.range ?? [];
	return { path, start, end };
}

function commentsIn(path: string, text: string): Place[] {
	const comments: Place[] = [];
	const pending: unknown[] = [...new Parser().parse(text)];
	for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
		if (typeof token !== "object" || token === null) continue;
		const { type, offset, source } = token as {
			type?: string;
			offset?: number;
			source?: string;
		};
		if (type === "comment" && offset !== undefined && source)
			comments.push({ path, start: offset, end: offset + source.length });
		for (const child of Object.values(token)) pending.push(child ?? null);
	}
	return comments.sort((a, b) => a.start - b.start);
}
