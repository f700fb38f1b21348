/** Which variables an instruction sees: ARG before the first FROM, ARG and ENV of the stage, those of the stage that it continues (docs: Dockerfile reference, "Understand how ARG and FROM interact"). */

import { expand, type Scope, type Variable } from "./expand.ts";
import type { LogicalLine } from "./lines.ts";
import { quotedWords } from "./words.ts";

/** Grows as instructions are read. */
export interface Scopes {
	/** What the build is given. */
	readonly args: ReadonlyMap<string, string | undefined>;
	/** The ARGs before the first FROM, for the scopes of a stage. */
	readonly globals: Scopes | undefined;
	readonly arguments: Map<string, Variable>;
	readonly environment: Map<string, Variable>;
	/** WORKDIR so far. */
	directory: string | undefined;
	readonly scope: Scope;
}

/** BuildKit sets them itself. */
const platform = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;

/** The scopes of a stage, or without `globals` those above the first FROM. */
export function stageScopes(
	args: ReadonlyMap<string, string | undefined>,
	globals: Scopes | undefined,
	base: Scopes | undefined,
): Scopes {
	const own = new Map(base?.arguments);
	const environment = new Map(base?.environment);
	const scope: Scope = (name) =>
		environment.get(name) ??
		own.get(name) ??
		// The base image's environment may have it; above the first FROM nobody does, and the build fails.
		"unknown";
	return {
		args,
		globals,
		arguments: own,
		environment,
		directory: base?.directory,
		scope,
	};
}

/** ARG: what the build is given, else the default, else in a stage what the ARG of that name above the first FROM says. */
export function declareArgument(line: LogicalLine, scopes: Scopes): void {
	for (const { text } of quotedWords(line.text, line.rest, line.escapeToken)) {
		const equals = text.indexOf("=");
		const name = equals < 0 ? text : text.slice(0, equals);
		const initial =
			equals < 0
				? (scopes.globals?.arguments.get(name) ?? undeclared(name))
				: expand(text.slice(equals + 1), line.escapeToken, scopes.scope);
		scopes.arguments.set(name, given(scopes.args, name) ?? initial);
	}
}

function given(
	args: ReadonlyMap<string, string | undefined>,
	name: string,
): Variable | undefined {
	if (!args.has(name)) return undefined;
	const text = args.get(name);
	return text === undefined ? "unknown" : { text, open: [] };
}

function undeclared(name: string): Variable {
	return platform.test(name) ? "unknown" : "unset";
}
