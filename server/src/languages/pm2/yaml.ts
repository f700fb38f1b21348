/** A PM2 configuration in YAML, which PM2 reads with js-yaml (semantics 1, 2). */

import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Node,
	Parser,
	parseDocument,
} from "yaml";
import type { Place } from "../../text/place.ts";
import type { Pm2Problem } from "./facts.ts";
import type { PlainValue, StaticProperty, StaticValue } from "./value.ts";

export function isConfigYaml(path: string): boolean {
	return /\.ya?ml/.test(path.slice(path.lastIndexOf("/") + 1));
}

export interface YamlValue {
	readonly value: StaticValue | undefined;
	readonly errors: readonly Pm2Problem[];
	readonly comments: readonly Place[];
}

/** Never throws. */
export function yamlValue(path: string, text: string): YamlValue {
	const at = (start: number, end: number): Place => ({ path, start, end });
	try {
		const document = parseDocument(text, {
			logLevel: "silent",
			prettyErrors: false,
		});
		const errors = document.errors.map(({ message, pos: [start, end] }) => ({
			message,
			at: at(start, end),
		}));
		const lower = (
			node: Node | null | undefined,
			depth: number,
		): StaticValue => {
			const place = at(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);
			if (depth > 100)
				return {
					kind: "unknown",
					reason: "it is nested too deeply",
					at: place,
				};
			if (isAlias(node))
				return { ...lower(node.resolve(document), depth + 1), at: place };
			if (isScalar(node))
				return { kind: "plain", value: node.value as PlainValue, at: place };
			if (isSeq(node)) {
				return {
					kind: "array",
					items: node.items.map((item) => lower(item as Node, depth + 1)),
					complete: true,
					at: place,
				};
			}
			if (!isMap(node)) return { kind: "plain", value: undefined, at: place };
			const properties = node.items.map((pair): StaticProperty => {
				const key = pair.key as Node;
				const value = lower(pair.value as Node | null, depth + 1);
				const keyAt = at(key.range?.[0] ?? 0, key.range?.[1] ?? 0);
				return {
					key: String(isScalar(key) ? key.value : ""),
					keyAt,
					value,
					at: { ...keyAt, end: Math.max(keyAt.end, value.at.end) },
				};
			});
			return { kind: "object", properties, complete: true, at: place };
		};
		const value = document.contents
			? lower(document.contents as Node, 0)
			: undefined;
		return { value, errors, comments: commentsIn(path, text) };
	} catch {
		return {
			value: undefined,
			errors: [
				{ message: "The text is nested too deeply to be read.", at: at(0, 0) },
			],
			comments: [],
		};
	}
}

function commentsIn(path: string, text: string): Place[] {
	const comments: Place[] = [];
	const visit = (token: unknown, depth: number): void => {
		if (typeof token !== "object" || token === null || depth > 100) return;
		if (Array.isArray(token)) {
			for (const each of token) visit(each, depth + 1);
			return;
		}
		const { type, offset, source } = token as {
			type?: string;
			offset?: number;
			source?: string;
		};
		if (type === "comment" && offset !== undefined && source)
			comments.push({ path, start: offset, end: offset + source.length });
		for (const each of Object.values(token)) visit(each, depth + 1);
	};
	for (const token of new Parser().parse(text)) visit(token, 0);
	return comments.sort((a, b) => a.start - b.start);
}
