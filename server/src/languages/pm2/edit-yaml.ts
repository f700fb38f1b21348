/** Adding to and removing from a mapping of YAML, in the style of its neighbours. */

import {
	isMap,
	isScalar,
	type Node,
	parseDocument,
	stringify,
	type YAMLMap,
} from "yaml";
import { type Edit, insert, replace } from "../../text/edit.ts";
import type { Place } from "../../text/place.ts";
import type { Content, Scalar } from "./edit-content.ts";

/** A scalar in the quotes of the one that it replaces. */
export function writeYaml(text: string, at: Place, value: Scalar): string {
	const quote = text[at.start];
	const written =
		typeof value === "string" && (quote === '"' || quote === "'")
			? quoted(value, quote)
			: plain(value);
	// `key:` without a value: a space must come between.
	return at.start === at.end ? ` ${written}` : written;
}

function plain(value: Scalar): string {
	return stringify(value, { lineWidth: 0 }).trimEnd();
}

function quoted(value: string, quote: string): string {
	return quote === "'"
		? `'${value.replaceAll("'", "''")}'`
		: JSON.stringify(value);
}

export function addToMapping(
	text: string,
	at: Place,
	name: string,
	value: Content,
): readonly Edit[] {
	const map = mappingAt(text, at);
	const last = map?.items.at(-1);
	if (!map) return [];
	const isFlow = map.flow === true;
	if (isFlow || !last) {
		const code = `${name}: ${flow(value)}`;
		if (!last) return [replace(at, `{ ${code} }`)];
		return [insert(at.path, endOf(last.value, last.key, text), `, ${code}`)];
	}
	const first = map.items[0]?.key as Node;
	const start = first.range?.[0] ?? at.start;
	const column = start - (text.lastIndexOf("\n", start - 1) + 1);
	const indent = " ".repeat(column);
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const end = endOf(last.value, last.key, text);
	const behind = /^[ \t]*(#[^\r\n]*)?/.exec(text.slice(end))?.[0].length ?? 0;
	const lines =
		typeof value === "object"
			? [
					`${name}:`,
					...Object.entries(value).map(
						([key, own]) => `  ${key}: ${plain(own)}`,
					),
				]
			: [`${name}: ${plain(value)}`];
	const code = lines.map((line) => indent + line).join(lineBreak);
	return [insert(at.path, end + behind, `${lineBreak}${code}`)];
}

export function removeFromMapping(text: string, at: Place): readonly Edit[] {
	const start = text.lastIndexOf("\n", at.start - 1) + 1;
	const rest = /^[ \t]*(#[^\r\n]*)?(\r?\n|$)/.exec(text.slice(at.end));
	const before = text.slice(start, at.start);
	if (before.trim() === "" && rest)
		return [
			replace({ path: at.path, start, end: at.end + rest[0].length }, ""),
		];
	if (before.trim() === "-" && rest) {
		// The first key of a list's item: the next one takes its place behind the dash.
		const blanks =
			/^\s*/.exec(text.slice(at.end + rest[0].length))?.[0].length ?? 0;
		return [replace({ ...at, end: at.end + rest[0].length + blanks }, "")];
	}
	const comma = /^\s*,\s*/.exec(text.slice(at.end))?.[0].length;
	if (comma !== undefined) return [replace({ ...at, end: at.end + comma }, "")];
	const leading = /,\s*$/.exec(text.slice(0, at.start))?.[0].length ?? 0;
	return [replace({ ...at, start: at.start - leading }, "")];
}

function flow(value: Content): string {
	if (typeof value !== "object") return plain(value);
	const members = Object.entries(value).map(
		([key, own]) => `${key}: ${plain(own)}`,
	);
	return `{ ${members.join(", ")} }`;
}

/** The mapping that stands at a place, with its own positions. */
function mappingAt(
	text: string,
	at: Place,
): YAMLMap<Node, Node | null> | undefined {
	let found: YAMLMap<Node, Node | null> | undefined;
	const pending: unknown[] = [
		parseDocument(text, { logLevel: "silent", prettyErrors: false }).contents,
	];
	for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
		if (isMap<Node, Node | null>(node)) {
			if (node.range?.[0] === at.start) found = node;
			for (const { key, value } of node.items) pending.push(key, value ?? null);
		} else if (typeof node === "object" && node !== null && "items" in node)
			pending.push(...(node.items as unknown[]));
	}
	return found;
}

/** Where the last thing of a pair really ends: block values count the line break behind them as theirs. */
function endOf(value: Node | null, key: Node, text: string): number {
	const end = lastEnd(value) ?? key.range?.[1] ?? 0;
	const trimmed = text.slice(0, end).trimEnd().length;
	return isScalar(value) || !value
		? Math.max(trimmed, key.range?.[1] ?? 0)
		: trimmed;
}

function lastEnd(node: Node | null): number | undefined {
	if (isMap<Node, Node | null>(node) && !node.flow && node.items.length > 0) {
		const last = node.items.at(-1);
		return last && (lastEnd(last.value) ?? last.key.range?.[1]);
	}
	return node?.range?.[1];
}
