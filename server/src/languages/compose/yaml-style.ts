/** How a YAML file is written: its indentation, line breaks and quotes, so that an edit looks like its neighbours. */

import type { YamlMap, YamlNode } from "./yaml.ts";
import { isNull } from "./yaml-find.ts";
import { resolvePlain } from "./yaml-scalar.ts";

/** A number or boolean is written plain, a string so that it stays one. */
export type YamlInput = string | number | boolean;

export function lineBreak(text: string): string {
	const at = text.indexOf("\n");
	return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}

/** Characters between the line's beginning and the offset. */
export function column(text: string, offset: number): number {
	return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** Where the line ends that the offset lies in, before its line break. */
export function endOfLine(text: string, offset: number): number {
	const at = text.indexOf("\n", offset);
	if (at < 0) return text.length;
	return at > offset && text[at - 1] === "\r" ? at - 1 : at;
}

/** Where the line begins that the offset lies in. */
export function startOfLine(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

/** How many columns a mapping is indented under its key in this file. */
export function mapIndent(text: string, map: YamlMap): number {
	for (const { key, value } of map.entries)
		if (value.kind === "map" && !value.flow && value.at.start > key.at.end) {
			const width = column(text, value.at.start) - column(text, key.at.start);
			if (width > 0) return width;
		}
	return (
		/^[^\s#-].*:[^\S\n]*(?:#.*)?\r?\n( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2
	);
}

/** How many columns a sequence is indented under its key: often none. */
export function sequenceIndent(text: string, map: YamlMap): number {
	for (const { key, value } of map.entries)
		if (value.kind === "sequence" && !value.flow && value.at.start > key.at.end)
			return Math.max(
				0,
				column(text, value.at.start) - column(text, key.at.start),
			);
	const found = /^( *)[^\s#][^\n]*:[^\S\n]*(?:#.*)?\r?\n( *)- /m.exec(text);
	if (found === null) return mapIndent(text, map);
	return Math.max(0, (found[2]?.length ?? 0) - (found[1]?.length ?? 0));
}

/** The quote that the value stands in, where it does. */
export function quoteOf(text: string, node: YamlNode): '"' | "'" | undefined {
	const first = text[node.at.start];
	return node.kind === "scalar" && (first === '"' || first === "'")
		? first
		: undefined;
}

/** Writes a scalar as the last scalar among its neighbours is written; without any, in quotes where it has a colon. */
export function writeBeside(
	text: string,
	neighbours: readonly YamlNode[],
	value: YamlInput,
	flow: boolean,
): string {
	return writeScalar(value, neighbourQuote(text, neighbours, value), flow);
}

function neighbourQuote(
	text: string,
	neighbours: readonly YamlNode[],
	value: YamlInput,
): '"' | "'" | undefined {
	if (typeof value !== "string") return undefined;
	const last = neighbours.findLast(
		(node) => node.kind === "scalar" && !isNull(node),
	);
	if (last !== undefined) return quoteOf(text, last);
	return value.includes(":") ? fileQuote(text) : undefined;
}

function fileQuote(text: string): '"' | "'" {
	const single = text.match(/[-:] '/g)?.length ?? 0;
	const double = text.match(/[-:] "/g)?.length ?? 0;
	return single > double ? "'" : '"';
}

/** Writes a scalar: plain where no quote is asked for and none is needed. */
export function writeScalar(
	value: YamlInput,
	quote: '"' | "'" | undefined,
	flow: boolean,
): string {
	if (typeof value !== "string")
		return quote === undefined ? String(value) : `${quote}${value}${quote}`;
	const control = /[\n\r\t\\]/.test(value);
	if (quote === "'" && !control) return `'${value.replaceAll("'", "''")}'`;
	if (quote === undefined && isPlainSafe(value, flow)) return value;
	return JSON.stringify(value);
}

function isPlainSafe(value: string, flow: boolean): boolean {
	if (resolvePlain(value, "go-yaml").type !== "string") return false;
	if (/^[\s\-?:,[\]{}#&*!|>'"%@`]/.test(value) || /\s$/.test(value))
		return /^-[^\s,]/.test(value) && !flow;
	if (/: |:$| #|[\n\r\t]/.test(value)) return false;
	// YAML 1.1 readers take 22:22 for a number to the base of 60, and yes for true.
	if (/^\d+(:\d+)+$/.test(value) || /^(y|yes|n|no|on|off)$/i.test(value))
		return false;
	return !(flow && /[,[\]{}]/.test(value));
}
