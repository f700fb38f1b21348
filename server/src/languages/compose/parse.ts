/**
 * YAML text to a positioned tree. The `yaml` package reads the syntax; what compose and
 * PM2 make of it (keys, aliases, merge keys, scalars) is settled while lowering.
 */

import {
	Composer,
	type Document,
	Lexer,
	type ParsedNode,
	Parser,
	type YAMLError,
} from "yaml";
import type { Place } from "../../text/place.ts";
import { type Lowering, lowerDocument } from "./lower.ts";
import type { YamlFile, YamlNode, YamlProblem } from "./yaml.ts";
import { syntaxProblem, tooDeep, unclosedQuote } from "./yaml-problem.ts";
import type { Dialect } from "./yaml-scalar.ts";

/** Reads any text, broken or not, and never throws. Offsets count UTF-16 units of `text`. */
export function parseYaml(
	path: string,
	text: string,
	dialect: Dialect = "go-yaml",
): YamlFile {
	const comments: Place[] = [];
	const problems: YamlProblem[] = [];
	const documents: YamlNode[] = [];
	try {
		const composer = new Composer({
			// Scalars are resolved here, and the package's own search for repeated keys is quadratic.
			schema: "failsafe",
			uniqueKeys: false,
			prettyErrors: false,
		});
		for (const document of composer.compose(tokens(path, text, comments))) {
			const errors = firstOfEachLine(text, document.errors).map((error) =>
				syntaxProblem(path, text, error),
			);
			const lowering: Lowering = {
				path,
				text,
				dialect,
				problems: [],
				unclosed: [],
				anchors: new Map(),
				count: 0,
				copied: 0,
			};
			documents.push(
				lowerDocument(lowering, document as Document.Parsed<ParsedNode>),
			);
			problems.push(
				...besides(
					text,
					placeQuotes(errors, lowering.unclosed),
					lowering.problems,
				),
			);
		}
	} catch (error) {
		// The parser and the lowering recurse once per level.
		if (!(error instanceof RangeError)) throw error;
		if (!problems.some(({ kind }) => kind === "limit"))
			problems.push(tooDeep(path, text));
	}
	return { path, documents, comments, problems };
}

/** The package notes an open quote where the text ends; it is to be shown where it begins. */
function placeQuotes(
	errors: readonly YamlProblem[],
	unclosed: readonly Place[],
): readonly YamlProblem[] {
	let next = 0;
	return errors.map((error) => {
		if (error.message !== unclosedQuote) return error;
		return { ...error, at: unclosed[next++] ?? error.at };
	});
}

/** What follows an error on its line is mostly its consequence. */
function firstOfEachLine(
	text: string,
	errors: readonly YAMLError[],
): readonly YAMLError[] {
	const lines = new Set<number>();
	return errors.filter(({ pos }) => {
		const line = lineStart(text, pos[0]);
		return !lines.has(line) && lines.add(line);
	});
}

/** The syntax errors, and of the other problems those that stand on other lines. */
function besides(
	text: string,
	errors: readonly YamlProblem[],
	problems: readonly YamlProblem[],
): readonly YamlProblem[] {
	const limit = errors.find(({ kind }) => kind === "limit");
	if (limit) return [limit];
	const lines = new Set(errors.map(({ at }) => lineStart(text, at.start)));
	return [
		...errors,
		...problems.filter(({ at }) => !lines.has(lineStart(text, at.start))),
	];
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1);
}

/** The parser's tokens; comments, which the tree has no places for, are noted on the way. */
function* tokens(path: string, text: string, comments: Place[]) {
	const parser = new Parser();
	let offset = 0;
	let scalar = false;
	for (const lexeme of new Lexer().lex(text)) {
		const mark = lexeme.charCodeAt(0);
		if (scalar || (mark >= 32 && mark !== 0x7f) || isSpace(mark)) {
			if (!scalar && mark === hash)
				comments.push({ path, start: offset, end: offset + lexeme.length });
			scalar = false;
			offset += lexeme.length;
		} else scalar = mark === scalarMark;
		yield* parser.next(lexeme);
	}
	yield* parser.end();
}

const hash = 0x23;
/** The lexer's control characters: they stand for no text (yaml, parse/cst.ts). */
const scalarMark = 0x1f;

function isSpace(unit: number): boolean {
	return unit === 9 || unit === 10 || unit === 13;
}
