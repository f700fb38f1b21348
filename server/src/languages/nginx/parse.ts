/** The text of an nginx file to its tree. */

import type { Place } from "../../text/place.ts";
import { type Assumptions, type Attempt, build } from "./build.ts";
import { foreignTag } from "./foreign-template.ts";
import type { Locate } from "./open-blocks.ts";
import { byteOrderMark, type Problem } from "./problem.ts";
import { scan } from "./scan.ts";
import type {
	Comment,
	NginxSyntaxError,
	NginxTree,
	SyntaxErrorKind,
} from "./tree.ts";

export interface ParseOptions {
	/** Where a part of the text stands in the file, if the text is rendered from it (see template.ts). */
	readonly place?: (start: number, end: number) => Place;
}

/**
 * Reads any text, in linear time, without ever failing. Words are nginx's own; `errors` holds
 * what nginx's tokenizer refuses, and nothing that it accepts. After an error the tree goes on
 * with what was most likely meant: where braces don't match, the reading with the fewest errors.
 */
export function parseNginx(
	path: string,
	text: string,
	options: ParseOptions = {},
): NginxTree {
	const locate: Locate =
		options.place ?? ((start, end) => ({ path, start, end }));
	const attempt = (assume: Assumptions) =>
		build(text, locate, options.place !== undefined, assume);
	const { directives, comments, problems } = likeliest(attempt);
	const foreign = foreignTag(text);
	if (foreign)
		return template(path, comments, locate(foreign.start, foreign.end));
	const all = text.startsWith("\ufeff")
		? [byteOrderMark(scan(text, 0)), ...problems]
		: problems;
	const errors = all
		.toSorted((a, b) => a.start - b.start)
		.map((problem) => toError(problem, locate));
	const mayInclude = text.includes("include");
	return { path, directives, comments, errors, mayInclude };
}

/** What another program fills in may be anything: nothing is made of the rest. */
function template(
	path: string,
	comments: readonly Comment[],
	at: Place,
): NginxTree {
	const message =
		"Another program makes nginx's file of this template: Edgewise does not check it";
	return {
		path,
		directives: [],
		comments,
		errors: [{ kind: "template", message, at }],
		mayInclude: false,
	};
}

function likeliest(attempt: (assume: Assumptions) => Attempt): Attempt {
	let best = attempt({});
	let quotes = false;
	if (best.problems.length > 0 && best.doubtfulQuotes) {
		const other = attempt({ quotes: true });
		quotes = other.problems.length < best.problems.length;
		if (quotes) best = other;
	}
	if (has(best, "missing-close-brace")) {
		for (const indentation of [true, false]) {
			const other = attempt({ quotes, indentation, context: true });
			if (other.problems.length > best.problems.length) continue;
			best = other;
			break;
		}
	}
	if (has(best, "missing-open-brace") && has(best, "unexpected-close-brace")) {
		const other = attempt({ quotes, opens: true });
		if (other.problems.length < best.problems.length) best = other;
	}
	return best;
}

function has({ problems }: Attempt, kind: SyntaxErrorKind): boolean {
	return problems.some((problem) => problem.kind === kind);
}

function toError(problem: Problem, locate: Locate): NginxSyntaxError {
	const { kind, message, start, end, mend } = problem;
	const at = locate(start, end);
	if (!mend) return { kind, message, at };
	const target = locate(mend.start, mend.end);
	return {
		kind,
		message,
		at,
		mend: {
			title: mend.title,
			start: target.start,
			end: target.end,
			newText: mend.newText,
		},
	};
}
