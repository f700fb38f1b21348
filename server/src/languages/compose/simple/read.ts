/**
 * Reads the YAML that most compose files are written in: block mappings and lists, scalars on
 * one line, literal blocks, brackets and braces, comments, anchors. It knows exactly what it
 * knows: at anything else, an error above all, it gives up and the whole text is read by the
 * package. What it reads it reads as the package does; tests hold the two against each other.
 */

import type { Span } from "../../../text/place.ts";
import type { RawNode } from "../raw.ts";
import { readBlock } from "./block.ts";
import { nextContent, notSimple, type Reader } from "./reader.ts";

export interface SimpleDocument {
	readonly root: RawNode;
	readonly comments: readonly Span[];
}

/** Nothing, where the text is not simple. Linear. */
export function readSimple(text: string): SimpleDocument | undefined {
	if (uncommon.test(text)) return undefined;
	const reader: Reader = {
		text,
		at: 0,
		ended: false,
		start: 0,
		column: 0,
		depth: 0,
		comments: [],
	};
	try {
		nextContent(reader);
		if (reader.ended || reader.column !== 0) return undefined;
		const root = readBlock(reader);
		return reader.ended ? { root, comments: reader.comments } : undefined;
	} catch (error) {
		if (error === notSimple) return undefined;
		throw error;
	}
}

/** Tabs, control characters, a byte order mark, unusual line breaks, a CR alone. */
const uncommon = /[^\P{Cc}\n\r]|[\u2028\u2029\uFEFF]|\r(?!\n)/u;
