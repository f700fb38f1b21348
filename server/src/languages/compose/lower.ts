/** The package's nodes to plain data: aliases and merge keys followed, repeated keys found, every node with its place. */

import {
	type Alias,
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Node,
	type ParsedNode,
	type Scalar,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import type { Place } from "../../text/place.ts";
import type {
	MergeTag,
	YamlEntry,
	YamlMap,
	YamlNode,
	YamlProblem,
	YamlScalar,
	YamlSequence,
} from "./yaml.ts";
import { type Dialect, resolvePlain } from "./yaml-scalar.ts";

/** The work on one document. */
export interface Lowering {
	readonly path: string;
	readonly text: string;
	readonly dialect: Dialect;
	readonly problems: YamlProblem[];
	/** Where quotes begin that nothing closes, to the end of that line. */
	readonly unclosed: Place[];
	readonly anchors: Map<string, Anchor>;
	/** Nodes so far, what aliases bring counted again. */
	count: number;
	/** Nodes that aliases brought. */
	copied: number;
}

interface Anchor {
	/** Absent while the node that carries the anchor is being read. */
	node: YamlNode | undefined;
	size: number;
}

/** compose-go gives up after as many (loader/reset.go); a billion laughs ends here. */
const copyLimit = 100_000;

/** May recurse as deep as the document is nested, and then throws a RangeError. */
export function lowerDocument(
	lowering: Lowering,
	document: Document.Parsed<ParsedNode>,
): YamlNode {
	return lowerNode(lowering, document.contents, document.range[0]);
}

function lowerNode(
	lowering: Lowering,
	node: Node | null | undefined,
	emptyAt: number,
): YamlNode {
	lowering.count++;
	if (node === null || node === undefined) return empty(lowering, emptyAt);
	if (isAlias(node)) return followAlias(lowering, node);
	const anchor = (node as { anchor?: string }).anchor;
	if (anchor === undefined) return lowerOwn(lowering, node);
	const entry: Anchor = { node: undefined, size: 0 };
	lowering.anchors.set(anchor, entry);
	const before = lowering.count;
	entry.node = lowerOwn(lowering, node);
	entry.size = lowering.count - before + 1;
	return entry.node;
}

function lowerOwn(lowering: Lowering, node: Node): YamlNode {
	if (isMap(node)) return lowerMap(lowering, node);
	if (isSeq(node)) return lowerSequence(lowering, node);
	if (isScalar(node)) return lowerScalar(lowering, node);
	return empty(lowering, node.range?.[0] ?? 0);
}

function lowerScalar(lowering: Lowering, node: Scalar): YamlScalar {
	const source = node.source ?? String(node.value ?? "");
	let start = node.range?.[0] ?? 0;
	let end = node.range?.[1] ?? start;
	// A value that is not there stands right behind its colon or dash.
	if (start === end) start = end = trimmedEnd(lowering.text, 0, start);
	// A block scalar's range takes in the line breaks behind it.
	if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")
		end = trimmedEnd(lowering.text, start, end);
	const at = place(lowering, start, end);
	if (isUnclosed(lowering.text, node, start, end))
		lowering.unclosed.push(
			place(lowering, start, endOfLine(lowering.text, start, end)),
		);
	const tag = mergeTag(lowering, node, at);
	const tagged = tag === undefined ? {} : { tag };
	if (node.type !== "PLAIN" || node.tag === "tag:yaml.org,2002:str")
		return { kind: "scalar", text: source, type: "string", at, ...tagged };
	const { type, text } = resolvePlain(source, lowering.dialect);
	const written = text === source ? {} : { written: source };
	return { kind: "scalar", text, type, at, ...tagged, ...written };
}

function isUnclosed(
	text: string,
	node: Scalar,
	start: number,
	end: number,
): boolean {
	const quote =
		node.type === "QUOTE_DOUBLE"
			? '"'
			: node.type === "QUOTE_SINGLE"
				? "'"
				: undefined;
	return quote !== undefined && (end - start < 2 || text[end - 1] !== quote);
}

function endOfLine(text: string, start: number, end: number): number {
	const at = text.slice(start, end).search(/[\r\n]/);
	return at < 0 ? end : start + at;
}

function lowerSequence(lowering: Lowering, node: YAMLSeq): YamlSequence {
	const start = node.range?.[0] ?? 0;
	const items: YamlNode[] = [];
	let end = start;
	for (const item of node.items) {
		const lowered = lowerNode(lowering, item as Node | null, end);
		items.push(lowered);
		end = Math.max(end, ownEnd(item as Node | null, lowered));
	}
	return {
		kind: "sequence",
		items,
		flow: node.flow === true,
		...span(lowering, node, start, end),
	};
}

function lowerMap(lowering: Lowering, node: YAMLMap): YamlMap {
	const start = node.range?.[0] ?? 0;
	const entries: YamlEntry[] = [];
	const seen = new Set<string>();
	const merges: { readonly index: number; readonly from: YamlMap[] }[] = [];
	let end = start;
	for (const pair of node.items) {
		const keyNode = pair.key as Node | null;
		const key = asKey(lowerNode(lowering, keyNode, end));
		const keyEnd = ownEnd(keyNode, key);
		const value = lowerNode(lowering, pair.value as Node | null, keyEnd);
		end = Math.max(end, keyEnd, ownEnd(pair.value as Node | null, value));
		if (key.kind !== "scalar") {
			report(
				lowering,
				"syntax",
				key.at,
				"A key must be a plain word, not a list or a mapping.",
			);
			continue;
		}
		if (isMergeKey(keyNode)) {
			if (merges.length > 0 && lowering.dialect === "go-yaml")
				report(
					lowering,
					"merge-key-repeated",
					key.at,
					"Compose refuses a second << in one mapping; a list of aliases merges several.",
				);
			merges.push({
				index: entries.length,
				from: mergeSources(lowering, value),
			});
			continue;
		}
		if (seen.has(key.text)) {
			report(
				lowering,
				"key-repeated",
				key.at,
				`The key ${key.text} stands in this mapping already.`,
			);
			continue;
		}
		seen.add(key.text);
		entries.push({ key, value });
	}
	return {
		kind: "map",
		entries:
			merges.length === 0 ? entries : mergeEntries(entries, seen, merges),
		flow: node.flow === true,
		...span(lowering, node, start, end),
	};
}

/** A key is a name: `null` or `0444` as it is written. */
function asKey(node: YamlNode): YamlNode {
	if (node.kind !== "scalar" || node.written === undefined) return node;
	return { kind: "scalar", text: node.written, type: "string", at: node.at };
}

function isMergeKey(key: Node | null): boolean {
	return isScalar(key) && key.source === "<<" && key.type === "PLAIN";
}

/** The mapping's own keys win over merged ones, earlier merged ones over later. */
function mergeEntries(
	own: readonly YamlEntry[],
	seen: Set<string>,
	merges: readonly { readonly index: number; readonly from: YamlMap[] }[],
): readonly YamlEntry[] {
	const result: YamlEntry[] = [];
	let next = 0;
	for (const merge of merges) {
		while (next < merge.index) result.push(own[next++] as YamlEntry);
		for (const source of merge.from)
			for (const entry of source.entries) {
				if (seen.has(entry.key.text)) continue;
				seen.add(entry.key.text);
				result.push(entry);
			}
	}
	result.push(...own.slice(next));
	return result;
}

function mergeSources(lowering: Lowering, value: YamlNode): YamlMap[] {
	if (value.kind === "map") return [value];
	const items = value.kind === "sequence" ? value.items : [value];
	const maps: YamlMap[] = [];
	for (const item of items) {
		if (item.kind === "map") maps.push(item);
		// A broken alias has been reported where it stands.
		else if (
			item.kind !== "scalar" ||
			item.type !== "null" ||
			item.at.end > item.at.start
		)
			report(
				lowering,
				"syntax",
				item.at,
				"<< takes a mapping, or a list of mappings.",
			);
	}
	return maps;
}

function followAlias(lowering: Lowering, alias: Alias): YamlNode {
	const start = alias.range?.[0] ?? 0;
	const at = place(lowering, start, alias.range?.[1] ?? start);
	const anchor = lowering.anchors.get(alias.source);
	if (anchor === undefined) {
		report(
			lowering,
			"alias",
			at,
			`No anchor &${alias.source} stands above this alias.`,
		);
		return empty(lowering, start);
	}
	if (anchor.node === undefined) {
		report(
			lowering,
			"alias",
			at,
			`The alias *${alias.source} lies inside its own anchor.`,
		);
		return empty(lowering, start);
	}
	if (lowering.copied <= copyLimit && lowering.copied + anchor.size > copyLimit)
		report(
			lowering,
			"limit",
			at,
			`The aliases of this file stand for more than ${copyLimit.toLocaleString("en")} values; Compose refuses it.`,
		);
	lowering.copied += anchor.size;
	if (lowering.copied > copyLimit) return empty(lowering, start);
	lowering.count += anchor.size;
	return anchor.node;
}

const mergeTags: ReadonlySet<string> = new Set(["!reset", "!override"]);

function mergeTag(
	lowering: Lowering,
	node: Node,
	at: Place,
): MergeTag | undefined {
	const tag = (node as { tag?: string }).tag;
	if (tag === undefined) return undefined;
	if (lowering.dialect === "go-yaml")
		return mergeTags.has(tag) ? (tag as MergeTag) : undefined;
	if (!tag.startsWith("tag:yaml.org,2002:"))
		report(lowering, "tag", at, `The tag ${tag} is unknown here.`);
	return undefined;
}

function span(
	lowering: Lowering,
	node: YAMLMap | YAMLSeq,
	start: number,
	lastEnd: number,
) {
	// A block collection's range takes in comments and line breaks behind it, a flow one's is exact.
	const end = node.flow === true ? (node.range?.[1] ?? lastEnd) : lastEnd;
	const at = place(lowering, start, end);
	const tag = mergeTag(lowering, node, at);
	return tag === undefined ? { at } : { at, tag };
}

/** Where a child ends in this collection: an alias ends where it is written, not where its anchor does. */
function ownEnd(node: Node | null, lowered: YamlNode): number {
	return isAlias(node) ? (node.range?.[1] ?? 0) : lowered.at.end;
}

function empty(lowering: Lowering, at: number): YamlScalar {
	return {
		kind: "scalar",
		text: "",
		type: "null",
		at: place(lowering, at, at),
	};
}

function place(lowering: Lowering, start: number, end: number): Place {
	return { path: lowering.path, start, end };
}

function trimmedEnd(text: string, start: number, end: number): number {
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return end;
}

function isBlank(unit: number): boolean {
	return unit === 32 || (unit >= 9 && unit <= 13);
}

function report(
	lowering: Lowering,
	kind: YamlProblem["kind"],
	at: Place,
	message: string,
): void {
	lowering.problems.push({ message, kind, at, broken: kind === "syntax" });
}
