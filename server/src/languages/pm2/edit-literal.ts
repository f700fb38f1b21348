/** Adding to and removing from an object literal of JavaScript or JSON, in the style of its neighbours. */

import { type ObjectExpression, parseExpressionAt } from "acorn";
import { type Edit, insert, replace } from "../../text/edit.ts";
import type { Place } from "../../text/place.ts";
import { configKind } from "./config-name.ts";
import type { Content, Scalar } from "./edit-content.ts";

/** A scalar in the quotes that the file uses. */
export function writeCode(text: string, path: string, value: Scalar): string {
	if (typeof value !== "string") return String(value);
	const quoted = JSON.stringify(value);
	if (configKind(path) === "json" || !prefersSingle(text)) return quoted;
	return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function prefersSingle(text: string): boolean {
	return text.split("'").length > text.split('"').length;
}

export function addToLiteral(
	text: string,
	at: Place,
	name: string,
	value: Content,
): readonly Edit[] {
	const literal = literalAt(text, at);
	if (!literal) return [];
	const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
	const last = literal.properties.at(-1);
	const isOneLine = !text.slice(at.start, last?.start ?? at.end).includes("\n");
	const key = writeKey(text, literal, at.path, name);
	const code = (indent: string) =>
		`${key}: ${writeContent(text, at.path, value, isOneLine, indent, lineBreak)}`;
	if (!last) return [replace(at, `{ ${code("")} }`)];
	const comma = commaBehind(text, last.end, at.end);
	if (isOneLine) {
		const separator = comma === undefined ? ", " : " ";
		return [insert(at.path, (comma ?? last.end - 1) + 1, separator + code(""))];
	}
	const indent = indentAt(text, last.start);
	const isLineOfItsOwn =
		text.slice(lineStart(text, last.start), last.start).trim() === "";
	const before = isLineOfItsOwn ? `${lineBreak}${indent}` : " ";
	const behind = afterComment(text, comma === undefined ? last.end : comma + 1);
	if (comma !== undefined)
		return [insert(at.path, behind, `${before}${code(indent)},`)];
	const added = `${before}${code(indent)}`;
	return behind === last.end
		? [insert(at.path, last.end, `,${added}`)]
		: [insert(at.path, last.end, ","), insert(at.path, behind, added)];
}

export function removeFromLiteral(
	text: string,
	object: Place,
	at: Place,
): readonly Edit[] {
	const comma = commaBehind(text, at.end, object.end);
	const end = comma === undefined ? at.end : comma + 1;
	const start = lineStart(text, at.start);
	const behind = afterComment(text, end);
	const lineEnd = /^[ \t]*(\r?\n)/.exec(text.slice(behind))?.[0].length;
	if (text.slice(start, at.start).trim() === "" && lineEnd !== undefined) {
		const whole = { path: at.path, start, end: behind + lineEnd };
		return [replace(whole, "")];
	}
	if (comma !== undefined) {
		const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
		return [replace({ ...at, end: end + blanks }, "")];
	}
	// The last one of a line: the comma before it goes too.
	const before = /,?\s*$/.exec(text.slice(object.start, at.start))?.[0].length;
	return [replace({ ...at, start: at.start - (before ?? 0) }, "")];
}

/** `env: common` becomes `env: { ...common, PORT: 3000 }`. */
export function layOver(
	text: string,
	at: Place,
	variable: string,
	value: Scalar,
): Edit {
	const code = text.slice(at.start, at.end);
	const source = /^[\w$.]+$/.test(code) ? code : `(${code})`;
	return replace(
		at,
		`{ ...${source}, ${variable}: ${writeCode(text, at.path, value)} }`,
	);
}

function literalAt(text: string, at: Place): ObjectExpression | undefined {
	try {
		// Up to its end: a comma behind it would be read as an operator.
		const upToEnd = text.slice(0, at.end);
		const node = parseExpressionAt(upToEnd, at.start, {
			ecmaVersion: "latest",
		});
		return node.type === "ObjectExpression" && node.end === at.end
			? node
			: undefined;
	} catch {
		// The text is broken there; nothing is edited.
		return undefined;
	}
}

function writeKey(
	text: string,
	{ properties }: ObjectExpression,
	path: string,
	name: string,
): string {
	const last = properties.findLast((each) => each.type === "Property");
	const quote = last ? text[last.key.start] : undefined;
	if (quote === '"' || quote === "'") return `${quote}${name}${quote}`;
	const needsQuotes =
		!/^[\w$]+$/.test(name) || (!last && path.endsWith(".json"));
	return needsQuotes ? writeCode(text, path, name) : name;
}

function writeContent(
	text: string,
	path: string,
	value: Content,
	isOneLine: boolean,
	indent: string,
	lineBreak: string,
): string {
	if (typeof value !== "object") return writeCode(text, path, value);
	const quote = path.endsWith(".json") ? '"' : "";
	const members = Object.entries(value).map(
		([key, own]) => `${quote}${key}${quote}: ${writeCode(text, path, own)}`,
	);
	if (isOneLine) return `{ ${members.join(", ")} }`;
	const unit = indentUnit(text, indent);
	const comma = path.endsWith(".json") ? "" : ",";
	const inner = members.join(`,${lineBreak}${indent}${unit}`);
	return `{${lineBreak}${indent}${unit}${inner}${comma}${lineBreak}${indent}}`;
}

/** One step of indentation: a tab, or as many blanks as the first indented line has. */
function indentUnit(text: string, indent: string): string {
	if (indent.includes("\t")) return "\t";
	return /^ +(?=\S)/m.exec(text)?.[0] ?? "  ";
}

/** Where the comma behind a property stands, comments skipped. */
function commaBehind(
	text: string,
	from: number,
	to: number,
): number | undefined {
	const blank = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/;
	const skipped = blank.exec(text.slice(from, to))?.[0].length ?? 0;
	return text[from + skipped] === "," ? from + skipped : undefined;
}

/** Behind a comment on the same line, where one stands there. */
function afterComment(text: string, from: number): number {
	const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(
		text.slice(from),
	);
	return from + (comment?.[0].length ?? 0);
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

function indentAt(text: string, offset: number): string {
	return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? "";
}
