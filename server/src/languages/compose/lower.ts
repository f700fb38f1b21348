/** What is written to what is meant: aliases and merge keys followed, repeated keys found, every node with its place. */

import type { Place, Span } from "../../text/place.ts";
import type { RawAlias, RawMap, RawNode, RawScalar } from "./raw.ts";
import type {
	MergeTag,
	YamlEntry,
	YamlMap,
	YamlNode,
	YamlProblem,
	YamlScalar,
} from "./yaml.ts";
import { isNull } from "./yaml-find.ts";
import { type Dialect, resolvePlain } from "./yaml-scalar.ts";

export interface Lowered {
	readonly root: YamlNode;
	readonly problems: readonly YamlProblem[];
}

/** One document. Recurses once per level. */
export function lowerDocument(
	path: string,
	root: RawNode,
	dialect: Dialect,
): Lowered {
	const work: Work = {
		path,
		dialect,
		problems: [],
		anchors: new Map(),
		count: 0,
		copied: 0,
		depth: 0,
	};
	return { root: lower(work, root), problems: work.problems };
}

interface Work {
	readonly path: string;
	readonly dialect: Dialect;
	readonly problems: YamlProblem[];
	readonly anchors: Map<string, Anchor>;
	/** Nodes so far, what aliases bring counted again. */
	count: number;
	/** Nodes that aliases brought. */
	copied: number;
	/** Levels above the node that is read. */
	depth: number;
}

interface Anchor {
	/** Absent while the node that carries the anchor is being read. */
	node: YamlNode | undefined;
	size: number;
}

/** compose-go gives up after as many (loader/reset.go); a billion laughs ends here. */
const copyLimit = 100_000;

/** Whoever reads the tree recurses once per level. */
const depthLimit = 300;

function lower(work: Work, raw: RawNode): YamlNode {
	work.count++;
	if (raw.kind === "alias") return followAlias(work, raw);
	if (raw.anchor === undefined) return lowerOwn(work, raw);
	const anchor: Anchor = { node: undefined, size: 0 };
	work.anchors.set(raw.anchor, anchor);
	const before = work.count;
	anchor.node = lowerOwn(work, raw);
	anchor.size = work.count - before + 1;
	return anchor.node;
}

function lowerOwn(work: Work, raw: Exclude<RawNode, RawAlias>): YamlNode {
	if (raw.kind === "scalar") return lowerScalar(work, raw);
	const at = place(work, raw);
	if (work.depth >= depthLimit) {
		report(
			work,
			"limit",
			{ ...at, end: at.start + 1 },
			"This is nested too deeply to be read.",
		);
		return nothingAt(at);
	}
	const tag = raw.tag === undefined ? undefined : mergeTag(work, raw.tag, at);
	const tagged = tag === undefined ? {} : { tag };
	work.depth++;
	const node: YamlNode =
		raw.kind === "map"
			? {
					kind: "map",
					entries: lowerPairs(work, raw),
					at,
					flow: raw.flow,
					...tagged,
				}
			: {
					kind: "sequence",
					items: raw.items.map((item) => lower(work, item)),
					at,
					flow: raw.flow,
					...tagged,
				};
	work.depth--;
	return node;
}

function lowerScalar(work: Work, raw: RawScalar): YamlScalar {
	const at = place(work, raw);
	const tag = raw.tag === undefined ? undefined : mergeTag(work, raw.tag, at);
	const tagged = tag === undefined ? {} : { tag };
	if (!raw.plain || raw.tag === "tag:yaml.org,2002:str")
		return { kind: "scalar", text: raw.text, type: "string", at, ...tagged };
	const { type, text } = resolvePlain(raw.text, work.dialect);
	const written = text === raw.text ? {} : { written: raw.text };
	return { kind: "scalar", text, type, at, ...tagged, ...written };
}

interface Merge {
	/** How many of the mapping's own entries stand before it. */
	readonly index: number;
	readonly from: readonly YamlMap[];
}

function lowerPairs(work: Work, raw: RawMap): readonly YamlEntry[] {
	const entries: YamlEntry[] = [];
	const seen = new Set<string>();
	const merges: Merge[] = [];
	for (const pair of raw.pairs) {
		const key = asKey(lower(work, pair.key));
		const value = lower(work, pair.value);
		if (key.kind !== "scalar")
			report(
				work,
				"syntax",
				key.at,
				"A key must be a plain word, not a list or a mapping.",
			);
		else if (isMergeKey(pair.key)) {
			if (merges.length > 0 && work.dialect === "go-yaml")
				report(
					work,
					"merge-key-repeated",
					key.at,
					"Compose refuses a second << in one mapping; a list of aliases merges several.",
				);
			merges.push({ index: entries.length, from: mergeSources(work, value) });
		} else if (seen.has(key.text))
			report(
				work,
				"key-repeated",
				key.at,
				`The key ${key.text} stands in this mapping already.`,
			);
		else {
			seen.add(key.text);
			entries.push({ key, value });
		}
	}
	return merges.length === 0 ? entries : mergeEntries(entries, seen, merges);
}

/** A key is a name: `null` or `0444` as it is written. */
function asKey(node: YamlNode): YamlNode {
	if (node.kind !== "scalar" || node.written === undefined) return node;
	return { kind: "scalar", text: node.written, type: "string", at: node.at };
}

function isMergeKey(key: RawNode): boolean {
	return key.kind === "scalar" && key.plain && key.text === "<<";
}

/** The mapping's own keys win over merged ones, earlier merged ones over later. */
function mergeEntries(
	own: readonly YamlEntry[],
	seen: Set<string>,
	merges: readonly Merge[],
): readonly YamlEntry[] {
	const result: YamlEntry[] = [];
	let next = 0;
	for (const { index, from } of merges) {
		result.push(...own.slice(next, index));
		next = index;
		for (const entry of from.flatMap(({ entries }) => entries)) {
			if (seen.has(entry.key.text)) continue;
			seen.add(entry.key.text);
			result.push(entry);
		}
	}
	result.push(...own.slice(next));
	return result;
}

function mergeSources(work: Work, value: YamlNode): readonly YamlMap[] {
	const items = value.kind === "sequence" ? value.items : [value];
	return items.flatMap((item) => {
		if (item.kind === "map") return [item];
		// A broken alias has been reported where it stands.
		if (!isNull(item) || item.at.end > item.at.start)
			report(
				work,
				"syntax",
				item.at,
				"<< takes a mapping, or a list of mappings.",
			);
		return [];
	});
}

function followAlias(work: Work, alias: RawAlias): YamlNode {
	const at = place(work, alias);
	const nothing = nothingAt(at);
	const anchor = work.anchors.get(alias.name);
	if (anchor?.node === undefined) {
		report(
			work,
			"alias",
			at,
			anchor
				? `The alias *${alias.name} lies inside its own anchor.`
				: `No anchor &${alias.name} stands above this alias.`,
		);
		return nothing;
	}
	if (work.copied <= copyLimit && work.copied + anchor.size > copyLimit)
		report(
			work,
			"limit",
			at,
			`The aliases of this file stand for more than ${copyLimit.toLocaleString("en")} values; Compose refuses it.`,
		);
	work.copied += anchor.size;
	if (work.copied > copyLimit) return nothing;
	work.count += anchor.size;
	return anchor.node;
}

function nothingAt(at: Place): YamlScalar {
	return {
		kind: "scalar",
		text: "",
		type: "null",
		at: { ...at, end: at.start },
	};
}

function mergeTag(work: Work, tag: string, at: Place): MergeTag | undefined {
	if (work.dialect === "js-yaml") {
		if (!tag.startsWith("tag:yaml.org,2002:"))
			report(work, "tag", at, `The tag ${tag} is unknown here.`);
		return undefined;
	}
	return tag === "!reset" || tag === "!override" ? tag : undefined;
}

function place(work: Work, { start, end }: Span): Place {
	return { path: work.path, start, end };
}

function report(
	work: Work,
	kind: YamlProblem["kind"],
	at: Place,
	message: string,
): void {
	work.problems.push({
		message,
		kind,
		at,
		broken: kind === "syntax" || kind === "limit",
	});
}
