/** What kind of program an app's script is: only Node's own can share a port (semantics 9, 10, 22). */

import type { App } from "./facts.ts";

export type Program =
	/** PM2 runs it with Node or Bun. */
	| { readonly kind: "node" }
	/** npm, yarn and the like: a Node program that starts the server as a process of its own. */
	| { readonly kind: "package-manager"; readonly name: string }
	/** A text with a space: `bash -c`. */
	| { readonly kind: "shell" }
	/** PM2's own file server. */
	| { readonly kind: "serve" }
	/** Another interpreter, by the field or the script's ending. */
	| { readonly kind: "interpreter"; readonly name: string }
	/** A program that needs no interpreter. */
	| { readonly kind: "binary"; readonly name: string }
	| { readonly kind: "unknown"; readonly reason: string };

/** PM2's interpreters by ending (API/interpreter.json); TypeScript runs with Bun, else with a Node that takes its types away. */
const interpreters: Readonly<Record<string, string>> = {
	".sh": "bash",
	".py": "python",
	".rb": "ruby",
	".php": "php",
	".pl": "perl",
	".coffee": "coffee",
	".ls": "lsc",
};

const packageManagers = /^(npm|npx|yarn|pnpm|bunx)$/;
const binaries = /^(node|bun|deno|python\d?|bash|sh|java|dotnet|go|ruby|php)$/;

export function programOf(app: App): Program {
	const field = app.fields.get("script")?.value;
	const script = textOf(app, "script");
	if (script === undefined)
		return {
			kind: "unknown",
			reason:
				field?.kind === "unknown"
					? field.reason
					: "its script is only known at run time",
		};
	if (script === "serve") return { kind: "serve" };
	if (/ /.test(script)) return { kind: "shell" };
	const interpreter = app.fields.get("interpreter")?.value;
	if (interpreter && !isEmpty(interpreter)) {
		if (interpreter.kind !== "plain" || typeof interpreter.value !== "string")
			return {
				kind: "unknown",
				reason: "its interpreter is only known at run time",
			};
		return byInterpreter(interpreter.value, script);
	}
	const base = script.slice(script.lastIndexOf("/") + 1);
	const ending = /\.[^.]*$/.exec(base.replace(/^\.+/, ""))?.[0] ?? "";
	const other = interpreters[ending];
	if (other) return { kind: "interpreter", name: other };
	if (packageManagers.test(base))
		return { kind: "package-manager", name: base };
	return binaries.test(base)
		? { kind: "binary", name: base }
		: { kind: "node" };
}

function byInterpreter(interpreter: string, script: string): Program {
	const name = interpreter.slice(interpreter.lastIndexOf("/") + 1);
	if (name === "none") return { kind: "binary", name: script };
	const isNode = /(node|bun)$/.test(name) || name.startsWith("node@");
	return isNode ? { kind: "node" } : { kind: "interpreter", name };
}

function isEmpty(value: { kind: string; value?: unknown }): boolean {
	return value.kind === "plain" && !value.value;
}

/** Whether PM2 chooses cluster mode for it by itself (Common.js:346-357). */
export function isNodeProgram(app: App): boolean | undefined {
	const { kind } = programOf(app);
	if (kind === "unknown") return undefined;
	return kind === "node" || kind === "serve" || kind === "package-manager";
}

export function textOf(app: App, field: string): string | undefined {
	const value = app.fields.get(field)?.value;
	return value?.kind === "plain" && typeof value.value === "string"
		? value.value
		: undefined;
}
