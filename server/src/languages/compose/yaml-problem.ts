/** The words for what the `yaml` package could not read: what is wrong here, and what would be right. */

import type { Place } from "../../text/place.ts";
import type { PackageError } from "./package-reader.ts";
import type { YamlProblem } from "./yaml.ts";

/** One error of the package; its place is widened to the word that it points at, and stays on one line. */
export function syntaxProblem(
	path: string,
	text: string,
	error: PackageError,
): YamlProblem {
	if (error.message.startsWith("Maximum call stack"))
		return tooDeep(path, text);
	const { offset } = error;
	// `a: 1` and below it ` b: 2`: the second line is the one to change.
	const next = /^Nested mappings/.test(error.message)
		? /^[^:\r\n]*\r?\n\s*/.exec(text.slice(offset, offset + 1000))
		: null;
	return {
		message: next ? misplaced : wordsFor(error.message),
		kind: "syntax",
		at: placeOf(path, text, offset + (next?.[0].length ?? 0)),
		broken: true,
	};
}

/** Every level of nesting is a call of the parser. */
export function tooDeep(path: string, text: string): YamlProblem {
	return {
		message: "This file is nested too deeply to be read.",
		kind: "limit",
		at: { path, start: 0, end: Math.min(text.length, 1) },
		broken: true,
	};
}

const misplaced = "This line is not indented as the ones above it.";

export const unclosedQuote = "This quote is not closed.";

function wordsFor(message: string): string {
	for (const [pattern, words] of phrases) {
		const match = pattern.exec(message);
		if (match) return words.replace("…", match[1] ?? "");
	}
	return message.replace(/\.?$/, ".");
}

const phrases: readonly (readonly [RegExp, string])[] = [
	[/^Missing closing ["']quote/, unclosedQuote],
	[
		/must be sufficiently indented and end with a (\S)/,
		"A … is missing before this.",
	],
	[/^Expected .* to end with (\S)/, "A … is missing before this."],
	[
		/^Implicit map keys need to be followed/,
		"A colon is missing: an entry is written KEY: VALUE.",
	],
	[
		/^Implicit keys need to be on a single line/,
		"This is neither an entry with a colon nor a part of what stands above: check colon and indentation.",
	],
	[
		/^Nested mappings are not allowed/,
		"A value can't hold a colon and a space: put it in quotes.",
	],
	[/^Tabs are not allowed/, "Tabs can't indent YAML: use spaces."],
	[/^All (?:mapping|sequence) items must start/, misplaced],
	[
		/cannot start with .*character (\S)$/,
		"A value can't begin with …: put it in quotes.",
	],
	[
		/^Unexpected scalar at node end/,
		"The value has ended before this: put all of it in quotes, or check the quotes.",
	],
	[
		/^Missing , (?:or : )?between/,
		"A comma is missing before this, or the text needs quotes.",
	],
	[
		/^Invalid escape sequence (.*)$/,
		"… is no escape sequence: a backslash is written \\\\, or use single quotes.",
	],
	[/^Block scalar header includes/, "Nothing may follow | or > on its line."],
	[
		/^Unexpected block-seq-ind on same line/,
		"A list begins on a line of its own, below its key.",
	],
	[
		/^A block sequence may not be used/,
		"A list can't begin here: check the indentation.",
	],
	[/^A node can have at most one (\S+)/, "A value has one … at most."],
	[/^Alias cannot be an empty/, "An alias needs a name: *NAME."],
	[
		/^Missing directives-end/,
		"Behind directives (%…) stands --- on a line of its own.",
	],
	[/^Unexpected /, "This does not belong here."],
];

function placeOf(path: string, text: string, offset: number): Place {
	const blanks = /^[^\S\r\n]*(?=[^\s])/.exec(text.slice(offset, offset + 200));
	const start =
		offset + (text[offset] === "\t" ? 0 : (blanks?.[0].length ?? 0));
	const word =
		/^[^\s,\]}]+|^[^\r\n]/.exec(text.slice(start, start + 200))?.[0] ?? "";
	return { path, start, end: start + word.length };
}
