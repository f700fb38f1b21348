/** JavaScript text to acorn's tree. A broken text gives the tree that was most likely meant, and the error. */

import { type Comment, type Options, type Program, parse } from "acorn";
import { parse as parseLoose } from "acorn-loose";
import type { Place } from "../../../text/place.ts";

export interface JavaScript {
	/** Absent where the text is nested too deeply to be read at all. */
	readonly program: Program | undefined;
	readonly comments: readonly Place[];
	readonly error: { readonly message: string; readonly at: Place } | undefined;
}

/** Never throws. `module`: the text is known to be an ES module; without it both readings are tried. */
export function parseJavaScript(path: string, text: string): JavaScript {
	const script = attempt(path, text, "script");
	if (script.program) return script;
	// `import` and `export` are errors in a script, `await` and others are not in a module.
	const module = attempt(path, text, "module");
	if (module.program) return module;
	const isModule = /^\s*(import|export)\b/m.test(text);
	const failed = isModule ? module : script;
	return { ...failed, program: loosely(text) };
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
	const places = () => comments.map(({ start, end }) => ({ path, start, end }));
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

function loosely(text: string): Program | undefined {
	try {
		return parseLoose(text, { ecmaVersion: "latest", sourceType: "module" });
	} catch {
		// Only a nesting that exceeds the stack gets here.
		return undefined;
	}
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
