/** Reads any YAML, broken or not, with the `yaml` package. */

import {
	Composer,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	Lexer,
	type Node,
	Parser,
	type Scalar,
} from "yaml";
import type { Span } from "../../text/place.ts";
import {
	type RawNode,
	type RawPair,
	type RawScalar,
	rawNothing,
} from "./raw.ts";

export interface PackageError {
	readonly message: string;
	readonly offset: number;
}

export interface ReadDocument {
	readonly root: RawNode;
	readonly errors: readonly PackageError[];
	/** Quotes that nothing closes: from the quote to the end of its line. */
	readonly unclosed: readonly Span[];
}

/** Documents one after the other; comments are there when the last one is. Recurses once per level: a RangeError means too many of them. */
export function* readDocuments(
	text: string,
	comments: Span[],
): Generator<ReadDocument> {
	const composer = new Composer({
		// Scalars are resolved elsewhere, and the package's own search for repeated keys is quadratic.
		schema: "failsafe",
		uniqueKeys: false,
		prettyErrors: false,
	});
	for (const document of composer.compose(tokens(text, comments))) {
		const unclosed: Span[] = [];
		const root = convert(
			text,
			document.contents,
			document.range?.[0] ?? 0,
			unclosed,
		);
		const errors = document.errors.map(({ message, pos }) => ({
			message,
			offset: Math.min(pos[0], text.length),
		}));
		yield { root, errors, unclosed };
	}
}

/** The parser's tokens; comments, which the tree has no places for, are noted on the way. */
function* tokens(text: string, comments: Span[]) {
	const parser = new Parser();
	let offset = 0;
	let scalar = false;
	for (const lexeme of new Lexer().lex(text)) {
		const mark = lexeme.charCodeAt(0);
		if (scalar || (mark >= 32 && mark !== 0x7f) || isBlank(mark)) {
			if (!scalar && mark === hash)
				comments.push({ start: offset, end: offset + lexeme.length });
			scalar = false;
			offset += lexeme.length;
		} else scalar = mark === scalarMark;
		yield* parser.next(lexeme);
	}
	yield* parser.end();
}

const hash = 0x23;
/** The lexer's control characters stand for no text (yaml, parse/cst.ts). */
const scalarMark = 0x1f;

function convert(
	text: string,
	node: Node | null | undefined,
	emptyAt: number,
	unclosed: Span[],
): RawNode {
	if (node === null || node === undefined) return rawNothing(emptyAt);
	const start = node.range?.[0] ?? emptyAt;
	const written = {
		start,
		anchor: (node as { anchor?: string }).anchor,
		tag: (node as { tag?: string }).tag,
	};
	if (isAlias(node))
		return {
			kind: "alias",
			name: node.source,
			start,
			end: node.range?.[1] ?? start,
		};
	if (isScalar(node)) return convertScalar(text, node, written, unclosed);
	let end = start;
	if (isMap(node)) {
		const pairs = node.items.map(({ key, value }): RawPair => {
			const rawKey = convert(text, key as Node | null, end, unclosed);
			const rawValue = convert(
				text,
				value as Node | null,
				rawKey.end,
				unclosed,
			);
			end = Math.max(end, rawKey.end, rawValue.end);
			return { key: rawKey, value: rawValue };
		});
		const flow = node.flow === true;
		return {
			kind: "map",
			pairs,
			flow,
			...written,
			end: flow ? (node.range?.[1] ?? end) : end,
		};
	}
	if (!isSeq(node)) return rawNothing(start);
	const items = node.items.map((item) => {
		const raw = convert(text, item as Node | null, end, unclosed);
		end = Math.max(end, raw.end);
		return raw;
	});
	const flow = node.flow === true;
	// A block collection's own range takes in comments and line breaks behind it.
	return {
		kind: "sequence",
		items,
		flow,
		...written,
		end: flow ? (node.range?.[1] ?? end) : end,
	};
}

function convertScalar(
	text: string,
	node: Scalar,
	written: Omit<RawScalar, "kind" | "text" | "plain" | "end">,
	unclosed: Span[],
): RawScalar {
	let { start } = written;
	let end = node.range?.[1] ?? start;
	// A value that is not there stands right behind its colon or dash.
	if (start === end) start = end = trimmedEnd(text, 0, start);
	// A block scalar's range takes in the line breaks behind it.
	if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")
		end = trimmedEnd(text, start, end);
	const quote =
		node.type === "QUOTE_DOUBLE"
			? '"'
			: node.type === "QUOTE_SINGLE"
				? "'"
				: undefined;
	if (quote !== undefined && (end - start < 2 || text[end - 1] !== quote))
		unclosed.push({ start, end: endOfLine(text, start, end) });
	return {
		kind: "scalar",
		text: node.source ?? "",
		plain: node.type === "PLAIN",
		...written,
		start,
		end,
	};
}

function endOfLine(text: string, start: number, end: number): number {
	const at = text.slice(start, end).search(/[\r\n]/);
	return at < 0 ? end : start + at;
}

function trimmedEnd(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
	return at;
}

function isBlank(unit: number): boolean {
	return unit === 32 || (unit >= 9 && unit <= 13);
}
