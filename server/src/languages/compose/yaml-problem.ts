/** The words for what the `yaml` package could not read. */

import type { YAMLError } from "yaml";
import type { YamlProblem } from "./yaml.ts";

/** Its message says what is expected; the package's own words remain where they are good. */
export function syntaxProblem(
	path: string,
	text: string,
	error: YAMLError,
): YamlProblem {
	if (error.message.startsWith("Maximum call stack"))
		return tooDeep(path, text);
	const start = Math.min(error.pos[0], text.length);
	const end = Math.min(Math.max(error.pos[1], start), text.length);
	return {
		message: error.message.replace(/\.?$/, "."),
		kind: "syntax",
		at: { path, start, end: endOnLine(text, start, end) },
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

/** Some errors reach to the end of the file: one line is enough to show. */
function endOnLine(text: string, start: number, end: number): number {
	const newline = text.slice(start, end).search(/[\r\n]/);
	return newline <= 0 ? end : start + newline;
}
