/**
 * YAML text to a positioned tree. Most files are simple and are read directly, in a tenth of
 * the time; for all others the `yaml` package reads the syntax. What compose and PM2 make of
 * it (keys, aliases, merge keys, scalars) is settled while lowering.
 */

import { type LineIndex, lineAt, lineIndex } from "../../text/line-index.ts";
import type { Place, Span } from "../../text/place.ts";
import { foreignTag } from "./foreign-template.ts";
import { lowerDocument } from "./lower.ts";
import {
	type PackageError,
	type ReadDocument,
	readDocuments,
} from "./package-reader.ts";
import { readSimple } from "./simple/read.ts";
import type { YamlFile, YamlNode, YamlProblem } from "./yaml.ts";
import { syntaxProblem, tooDeep, unclosedQuote } from "./yaml-problem.ts";
import type { Dialect } from "./yaml-scalar.ts";

/** Reads any text, broken or not, and never throws. Offsets count UTF-16 units of `text`. */
export function parseYaml(
	path: string,
	text: string,
	dialect: Dialect = "go-yaml",
): YamlFile {
	const simple = readSimple(text);
	if (simple === undefined) {
		const read = parseAnyYaml(path, text, dialect);
		const tag =
			dialect === "go-yaml" && read.problems.length > 0
				? foreignTag(text)
				: undefined;
		return tag
			? { ...read, documents: [], problems: [template(path, tag)] }
			: read;
	}
	const { root, problems } = lowerDocument(path, simple.root, dialect);
	return {
		path,
		documents: [root],
		comments: simple.comments.map((span) => at(path, span)),
		problems,
	};
}

/** What another program fills in may be anything: nothing is made of the rest. */
function template(path: string, tag: Span): YamlProblem {
	return {
		message:
			"Another program makes the compose file of this template: Edgewise does not check it.",
		kind: "template",
		at: at(path, tag),
		broken: true,
	};
}

/** The same, always by way of the package. */
export function parseAnyYaml(
	path: string,
	text: string,
	dialect: Dialect,
): YamlFile {
	const comments: Span[] = [];
	const problems: YamlProblem[] = [];
	const documents: YamlNode[] = [];
	const lines = lineIndex(text);
	// The package makes an Error of each mistake, and their stacks take most of its time.
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		for (const document of readDocuments(text, comments)) {
			const lowered = lowerDocument(path, document.root, dialect);
			documents.push(lowered.root);
			problems.push(
				...besides(
					lines,
					syntaxProblems(path, text, document, lines),
					lowered.problems,
				),
			);
		}
	} catch (error) {
		// The package and the lowering recurse once per level.
		if (!(error instanceof RangeError)) throw error;
		if (!problems.some(({ kind }) => kind === "limit"))
			problems.push(tooDeep(path, text));
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
	return {
		path,
		documents,
		comments: comments.map((span) => at(path, span)),
		problems,
	};
}

function syntaxProblems(
	path: string,
	text: string,
	{ errors, unclosed }: ReadDocument,
	lines: LineIndex,
): readonly YamlProblem[] {
	let quotes = 0;
	return firstOfEachLine(lines, errors).map((error) => {
		const problem = syntaxProblem(path, text, error);
		if (problem.message !== unclosedQuote) return problem;
		// The package notes an open quote where the text ends; it is to be shown where it begins.
		const quote = unclosed[quotes++];
		return quote ? { ...problem, at: at(path, quote) } : problem;
	});
}

/** What follows an error on its line is mostly its consequence. */
function firstOfEachLine(
	lines: LineIndex,
	errors: readonly PackageError[],
): readonly PackageError[] {
	const seen = new Set<number>();
	return errors.filter(({ offset }) => {
		const line = lineAt(lines, offset);
		return !seen.has(line) && seen.add(line);
	});
}

/** The syntax errors, and of the other problems those that stand on other lines. */
function besides(
	lines: LineIndex,
	errors: readonly YamlProblem[],
	problems: readonly YamlProblem[],
): readonly YamlProblem[] {
	const limit = errors.find(({ kind }) => kind === "limit");
	if (limit) return [limit];
	const seen = new Set(errors.map((error) => lineAt(lines, error.at.start)));
	return [
		...errors,
		...problems.filter((problem) => !seen.has(lineAt(lines, problem.at.start))),
	];
}

function at(path: string, { start, end }: Span): Place {
	return { path, start, end };
}
