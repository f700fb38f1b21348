/** What a JavaScript file exports, in each of the ways that Node knows. */

import type {
	ExportNamedDeclaration,
	Expression,
	ImportDeclaration,
	Pattern,
	Program,
} from "acorn";
import { dirname, resolve } from "../../../text/path.ts";
import type { Place } from "../../../text/place.ts";
import type { StaticValue } from "../value.ts";
import { explore } from "./explore.ts";
import { evaluate } from "./expression.ts";
import { memberOf } from "./member.ts";
import { newObject, place, type Run, type Shared } from "./run.ts";
import { newScope, type Scope } from "./scope.ts";
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

/** What a file's own syntax says about how it exports. */
export interface ModuleForm {
	/** It has `import` or `export`: only a module may. */
	readonly isModule: boolean;
	/** `export default`. */
	readonly defaultAt: Place | undefined;
	/** The first mention of `module.exports` or `exports`. */
	readonly commonjsAt: Place | undefined;
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

export function moduleForm(path: string, program: Program): ModuleForm {
	const at = (node: { start: number; end: number }): Place => ({
		path,
		start: node.start,
		end: node.end,
	});
	const fallback = program.body.find(
		({ type }) => type === "ExportDefaultDeclaration",
	);
	return {
		isModule: program.body.some(({ type }) => /^(Import|Export)/.test(type)),
		defaultAt: fallback && at(fallback),
		commonjsAt: commonjsExport(program, at),
	};
}

function commonjsExport(
	program: Program,
	at: (node: { start: number; end: number }) => Place,
): Place | undefined {
	for (const statement of program.body) {
		if (
			statement.type !== "ExpressionStatement" ||
			statement.expression.type !== "AssignmentExpression"
		)
			continue;
		let root = statement.expression.left as Expression;
		while (root.type === "MemberExpression" && root.object.type !== "Super")
			root = root.object;
		if (root.type === "Identifier" && /^(module|exports)$/.test(root.name))
			return at(statement.expression.left);
	}
	return undefined;
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

function importNames(node: ImportDeclaration, scope: Scope, run: Run): void {
	const specifier = String(node.source.value);
	const at = place(run, node);
	const module: Value = run.require(specifier, at) ?? {
		kind: "builtin",
		name: specifier.replace(/^node:/, ""),
		at,
	};
	for (const each of node.specifiers) {
		const name =
			each.type === "ImportSpecifier"
				? nameOf(each.imported)
				: each.type === "ImportDefaultSpecifier"
					? "default"
					: undefined;
		scope.names.set(each.local.name, imported(module, name, run, at));
	}
}

/** A CommonJS module's default is what it exports. */
function imported(
	module: Value,
	name: string | undefined,
	run: Run,
	at: Place,
): Value {
	if (name === undefined) return module;
	const hasDefault =
		module.kind === "object" && module.properties.has("default");
	if (name === "default" && !hasDefault) return module;
	return memberOf(module, name, run, at);
}

function exportNames(
	node: ExportNamedDeclaration,
	namespace: ReturnType<typeof newObject>,
	scope: Scope,
	run: Run,
): void {
	const { declaration } = node;
	if (declaration?.type === "VariableDeclaration") {
		for (const { id } of declaration.declarations)
			for (const name of namesIn(id)) {
				const value = scope.names.get(name);
				if (value) define(namespace, name, value, run, id);
			}
	} else if (declaration?.id) {
		const value = scope.names.get(declaration.id.name);
		if (value)
			define(namespace, declaration.id.name, value, run, declaration.id);
	}
	const source =
		node.source && run.require(String(node.source.value), place(run, node));
	for (const each of node.specifiers) {
		const local = nameOf(each.local);
		const value = node.source
			? source && imported(source, local, run, place(run, each))
			: scope.names.get(local);
		define(
			namespace,
			nameOf(each.exported),
			value ?? unknown(`${local} is only known at run time`, place(run, each)),
			run,
			each,
		);
	}
}

function define(
	object: ReturnType<typeof newObject>,
	key: string,
	value: Value,
	run: Run,
	node: { start: number; end: number },
): void {
	const at = { path: run.path, start: node.start, end: node.end };
	object.properties.set(key, { value, keyAt: at, at, writtenAt: value.at });
}

function namesIn(pattern: Pattern): readonly string[] {
	switch (pattern.type) {
		case "Identifier":
			return [pattern.name];
		case "ObjectPattern":
			return pattern.properties.flatMap((each) =>
				namesIn(each.type === "RestElement" ? each.argument : each.value),
			);
		case "ArrayPattern":
			return pattern.elements.flatMap((each) => (each ? namesIn(each) : []));
		default:
			return [];
	}
}

function nameOf(
	node:
		| { type: "Identifier"; name: string }
		| { type: "Literal"; value?: unknown },
): string {
	return node.type === "Identifier" ? node.name : String(node.value);
}
