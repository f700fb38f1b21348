/** JavaScript text to acorn's tree. A broken text gives the tree that was most likely meant, and the error. */

import {
	type Comment,
	type Expression,
	type Options,
	type Program,
	parse,
	parseExpressionAt,
	tokenizer,
} from "acorn";
import { parse as parseLoose } from "acorn-loose";
import type { Place } from "../../../text/place.ts";

export interface JavaScript {
	/** Absent where the text is nested too deeply to be read at all. */
	readonly program: Program | undefined;
	readonly comments: readonly Place[];
	readonly error: { readonly message: string; readonly at: Place } | undefined;
}

export interface JavaScriptExpression {
	readonly expression: Expression | undefined;
	readonly comments: readonly Place[];
	readonly error: JavaScript["error"];
}

/** Never throws. Without `import` and `export` it is a script; where that can't be, a module. */
export function parseJavaScript(path: string, text: string): JavaScript {
	const script = attempt(path, text, "script");
	if (script.program) return script;
	// `import` and `export` are errors in a script, `await` and others are not in a module.
	const module = attempt(path, text, "module");
	if (module.program) return module;
	const isModule = /^\s*(import|export)\b/m.test(text);
	const failed = isModule ? module : script;
	const { program, comments } = loosely(text);
	return {
		program,
		comments: distinct(comments, path),
		error: failed.error,
	};
}

/** A text that is one expression, as PM2 takes JSON. Never throws. */
export function parseExpression(
	path: string,
	text: string,
): JavaScriptExpression {
	const comments: Comment[] = [];
	const places = () => distinct(comments, path);
	try {
		const options: Options = { ecmaVersion: "latest", onComment: comments };
		const expression = parseExpressionAt(text, 0, options);
		const extra = firstToken(text, expression.end, options);
		if (extra === undefined)
			return { expression, comments: places(), error: undefined };
		const at = { path, start: extra, end: extra + 1 };
		return {
			expression,
			comments: places(),
			error: { message: "Unexpected text behind the value", at },
		};
	} catch (thrown) {
		const broken = loosely(`(${text}`);
		const [statement] = broken.program?.body ?? [];
		const found =
			statement?.type === "ExpressionStatement"
				? statement.expression
				: undefined;
		if (found) shift(found, -1, text.length);
		return {
			expression: found,
			comments: distinct(
				broken.comments.map((each) => ({
					...each,
					start: each.start - 1,
					end: Math.min(text.length, each.end - 1),
				})),
				path,
			),
			error: syntaxError(thrown, path, text),
		};
	}
}

/** Where something other than blanks and comments begins. */
function firstToken(
	text: string,
	from: number,
	options: Options,
): number | undefined {
	const blank = " ".repeat(from);
	const [token] = tokenizer(blank + text.slice(from), options);
	return token?.start;
}

/** Moves every node of a tree; nodes that the loose parser made up stay within the text. */
function shift(root: Expression, by: number, length: number): void {
	const pending: unknown[] = [root];
	for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
		if (typeof each !== "object" || each === null) continue;
		if ("start" in each && "end" in each && "type" in each) {
			const node = each as { start: number; end: number };
			node.start = Math.max(0, Math.min(length, node.start + by));
			node.end = Math.max(0, Math.min(length, node.end + by));
		}
		for (const child of Object.values(each)) pending.push(child ?? null);
	}
}

function attempt(
	path: string,
	text: string,
	sourceType: "script" | "module",
): JavaScript {
	const comments: Comment[] = [];
	const options: Options = {
		ecmaVersion: "latest",
		sourceType,
		allowHashBang: true,
		allowReturnOutsideFunction: true,
		allowAwaitOutsideFunction: sourceType === "module",
		onComment: comments,
	};
	const places = () => distinct(comments, path);
	try {
		const program = parse(text, options);
		return { program, comments: places(), error: undefined };
	} catch (thrown) {
		return {
			program: undefined,
			comments: places(),
			error: syntaxError(thrown, path, text),
		};
	}
}

function loosely(text: string): {
	readonly program: Program | undefined;
	readonly comments: readonly Comment[];
} {
	const comments: Comment[] = [];
	try {
		const program = parseLoose(text, {
			ecmaVersion: "latest",
			sourceType: "module",
			onComment: comments,
		});
		return { program, comments };
	} catch {
		// Only a nesting that exceeds the stack gets here.
		return { program: undefined, comments };
	}
}

/** A parser that goes back reads a comment twice. */
function distinct(
	comments: readonly Comment[],
	path: string,
): readonly Place[] {
	const byStart = new Map(
		comments
			.filter(({ start, end }) => start < end)
			.map(({ start, end }) => [start, { path, start, end }]),
	);
	return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function syntaxError(
	thrown: unknown,
	path: string,
	text: string,
): JavaScript["error"] {
	if (
		thrown instanceof SyntaxError &&
		"pos" in thrown &&
		typeof thrown.pos === "number"
	) {
		const start = Math.min(thrown.pos, text.length);
		const word =
			/^(?:[\w$]+|'[^'\n]*'?|"[^"\n]*"?|.)/.exec(text.slice(start))?.[0] ?? "";
		const message = thrown.message.replace(/ \(\d+:\d+\)$/, "");
		return { message, at: { path, start, end: start + word.length } };
	}
	return {
		message: "The text is nested too deeply to be read.",
		at: { path, start: 0, end: 0 },
	};
}
