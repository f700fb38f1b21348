/** What a JavaScript file exports, in each of the ways that Node knows. */

import type { Expression, Program } from "acorn";
import { dirname, resolve } from "../../../text/path.ts";
import type { Place } from "../../../text/place.ts";
import type { StaticValue } from "../value.ts";
import { explore } from "./explore.ts";
import { evaluate } from "./expression.ts";
import { moduleForm } from "./form.ts";
import { define, exportNames, importNames } from "./imports.ts";
import { newObject, place, type Run, type Shared } from "./run.ts";
import { newScope } from "./scope.ts";
import { settle } from "./settle.ts";
import { hoist, runStatements } from "./statements.ts";
import { parseExpression, parseJavaScript } from "./syntax.ts";
import { plain, unknown, type Value } from "./value.ts";

export interface ModuleOptions {
	/** The text of a file of the workspace; undefined where it isn't there. */
	readonly load: (path: string) => string | undefined;
	/** Variables of the environment that are taken as given. */
	readonly assumed: ReadonlyMap<string, string>;
}

/** What `require` of the file gives in the end; for a module its namespace. Never throws. */
export function evaluateFile(
	path: string,
	text: string,
	program: Program,
	options: ModuleOptions,
): StaticValue {
	const loader = newLoader(options);
	return explore(
		(shared) => settle(runModule({ path, text, program }, shared, loader, [])),
		{ path, start: 0, end: text.length },
	);
}

/** A JSON file is an expression to PM2 (Common.js, parseConfig). */
export function evaluateExpression(
	path: string,
	text: string,
	expression: Expression,
	options: ModuleOptions,
): StaticValue {
	const loader = newLoader(options);
	return explore(
		(shared) => {
			const run = newRun({ path, text }, shared, loader, []);
			return settle(evaluate(expression, newScope(undefined, true, 0), run));
		},
		{ path, start: 0, end: text.length },
	);
}

interface Source {
	readonly path: string;
	readonly text: string;
}

interface Loader extends ModuleOptions {
	readonly parsed: Map<string, Program | undefined>;
}

function newLoader(options: ModuleOptions): Loader {
	return { ...options, parsed: new Map() };
}

const deepest = 10;

function newRun(
	{ path, text }: Source,
	shared: Shared,
	loader: Loader,
	from: readonly string[],
): Run {
	const loaded = new Map<string, Value>();
	return {
		path,
		text,
		assumed: loader.assumed,
		assigned: new Map(),
		load: loader.load,
		shared,
		require(specifier, at) {
			if (!/^\.{0,2}\//.test(specifier)) return undefined;
			const known = loaded.get(specifier);
			if (known) return known;
			const value = requireFile(specifier, at, path, shared, loader, from);
			loaded.set(specifier, value);
			return value;
		},
	};
}

/** Runs a file from its beginning. `from`: the files that are being required around this one. */
function runModule(
	{ path, text, program }: Source & { readonly program: Program },
	shared: Shared,
	loader: Loader,
	from: readonly string[],
): Value {
	const run = newRun({ path, text }, shared, loader, from);
	const whole = place(run, program);
	const scope = newScope(undefined, true, shared.made);
	const exports = newObject(run, whole);
	const module = newObject(run, whole);
	module.properties.set("exports", {
		value: exports,
		keyAt: whole,
		at: whole,
		writtenAt: whole,
	});
	scope.names.set("module", module);
	scope.names.set("exports", exports);
	for (const statement of program.body)
		if (statement.type === "ImportDeclaration")
			importNames(statement, scope, run);
	hoist(program.body, scope, run);
	const isModule = moduleForm(path, program).isModule;
	const namespace = newObject(run, whole);
	for (const statement of program.body) {
		if (statement.type === "ExportNamedDeclaration" && statement.declaration)
			runStatements([statement.declaration], scope, run);
		else if (statement.type === "ExportDefaultDeclaration") {
			const { declaration } = statement;
			const value =
				declaration.type === "FunctionDeclaration"
					? ({
							kind: "function",
							node: declaration,
							scope,
							at: place(run, declaration),
						} as Value)
					: declaration.type === "ClassDeclaration"
						? unknown("a class", place(run, declaration))
						: evaluate(declaration, scope, run);
			define(namespace, "default", value, run, statement);
		} else if (runStatements([statement], scope, run)) break;
	}
	if (!isModule)
		return module.properties.get("exports")?.value ?? plain(undefined, whole);
	for (const statement of program.body) {
		if (statement.type === "ExportNamedDeclaration")
			exportNames(statement, namespace, scope, run);
		if (statement.type === "ExportAllDeclaration") namespace.complete = false;
	}
	// A module that exports the name `module.exports` is that value to require (Node 23).
	return namespace.properties.get("module.exports")?.value ?? namespace;
}

function requireFile(
	specifier: string,
	at: Place,
	path: string,
	shared: Shared,
	loader: Loader,
	from: readonly string[],
): Value {
	const wanted = resolve(dirname(path), specifier);
	const endings = ["", ".js", ".json", ".cjs", ".mjs", "/index.js"];
	for (const ending of endings) {
		const candidate = `${wanted}${ending}`;
		if (
			candidate === path ||
			from.includes(candidate) ||
			from.length >= deepest
		)
			return unknown(`${specifier} requires itself`, at);
		const text = loader.load(candidate);
		if (text === undefined) continue;
		if (candidate.endsWith(".json")) {
			const { expression } = parseExpression(candidate, text);
			if (!expression) break;
			const run = newRun({ path: candidate, text }, shared, loader, from);
			return evaluate(expression, newScope(undefined, true, 0), run);
		}
		const program = parsed(candidate, text, loader);
		if (!program) break;
		return runModule({ path: candidate, text, program }, shared, loader, [
			...from,
			path,
		]);
	}
	return unknown(`${specifier} could not be read`, at);
}

function parsed(
	path: string,
	text: string,
	loader: Loader,
): Program | undefined {
	if (!loader.parsed.has(path))
		loader.parsed.set(path, parseJavaScript(path, text).program);
	return loader.parsed.get(path);
}
