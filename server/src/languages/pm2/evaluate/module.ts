/** What a JavaScript file exports, in each of the ways that Node knows. */

import type { AssignmentExpression, Expression, Program } from "acorn";
import { dirname, resolve } from "../../../text/path.ts";
import type { Place } from "../../../text/place.ts";
import type { StaticProperty, StaticValue } from "../value.ts";
import { builtinName } from "./builtins.ts";
import { type Evaluation, evaluate, place } from "./expression.ts";
import { declare, lookUp, newScope, type Scope } from "./scope.ts";
import { declareAll } from "./statements.ts";
import { parseJavaScript } from "./syntax.ts";
import { plain, settled, unknown, type Value } from "./value.ts";

export interface ModuleOptions {
	/** The text of a file of the workspace; undefined where it isn't there. */
	readonly load: (path: string) => string | undefined;
	readonly assumed: ReadonlyMap<string, string>;
}

export interface Exports {
	/** `module.exports`, with what was put on it. */
	readonly commonjs: Value | undefined;
	readonly default: Value | undefined;
	readonly named: ReadonlyMap<string, Value>;
}

const deepest = 10;

/** `from`: the files that are being required around this one. */
export function evaluateModule(
	path: string,
	program: Program,
	options: ModuleOptions,
	from: readonly string[] = [],
): Exports {
	const scope = newScope(undefined);
	const run: Evaluation = {
		path,
		assumed: options.assumed,
		require: (specifier, at) =>
			requireModule(specifier, at, path, options, from),
		steps: 0,
		depth: 0,
	};
	for (const name of ["__dirname", "__filename"]) {
		declare(
			scope,
			name,
			() =>
				builtinName(name, path, { path, start: 0, end: 0 }) ??
				unknown(name, { path, start: 0, end: 0 }),
		);
	}
	declareImports(program, scope, run);
	declareAll(program.body as never, scope, run);
	return readExports(program, scope, run);
}

/** A JSON file is an expression to PM2 (2). */
export function evaluateExpression(
	path: string,
	expression: Expression,
	options: ModuleOptions,
): StaticValue {
	const run: Evaluation = {
		path,
		assumed: options.assumed,
		require: () => undefined,
		steps: 0,
		depth: 0,
	};
	return settled(evaluate(expression, newScope(undefined), run));
}

function requireModule(
	specifier: string,
	at: Place,
	path: string,
	options: ModuleOptions,
	from: readonly string[],
): Value | undefined {
	if (!/^\.{0,2}\//.test(specifier)) return undefined;
	const wanted = resolve(dirname(path), specifier);
	const candidates = [
		wanted,
		`${wanted}.js`,
		`${wanted}.cjs`,
		`${wanted}.json`,
		`${wanted}/index.js`,
	];
	for (const candidate of candidates) {
		if (
			candidate === path ||
			from.includes(candidate) ||
			from.length >= deepest
		)
			return unknown(`${specifier} requires itself`, at);
		const text = options.load(candidate);
		if (text === undefined) continue;
		const isJson = candidate.endsWith(".json");
		const { program } = parseJavaScript(candidate, isJson ? `(${text})` : text);
		if (!program) break;
		if (isJson) {
			const [statement] = program.body;
			return statement?.type === "ExpressionStatement"
				? evaluateExpression(candidate, statement.expression, options)
				: undefined;
		}
		const exported = evaluateModule(candidate, program, options, [
			...from,
			path,
		]);
		return (
			exported.commonjs ?? exported.default ?? namedObject(exported.named, at)
		);
	}
	return unknown(`${specifier} could not be read`, at);
}

function declareImports(program: Program, scope: Scope, run: Evaluation): void {
	for (const statement of program.body) {
		if (statement.type !== "ImportDeclaration") continue;
		const specifier = String(statement.source.value);
		const at = place(run, statement);
		const module = () =>
			run.require(specifier, at) ?? {
				kind: "builtin" as const,
				name: specifier.replace(/^node:/, ""),
				at,
			};
		for (const each of statement.specifiers) {
			if (each.type !== "ImportSpecifier")
				declare(scope, each.local.name, module);
			else {
				const name =
					each.imported.type === "Identifier"
						? each.imported.name
						: String(each.imported.value);
				declare(scope, each.local.name, () => {
					const value = module();
					if (value.kind === "builtin")
						return { ...value, name: `${value.name}.${name}` };
					return value.kind === "object"
						? (value.properties.find(({ key }) => key === name)?.value ??
								plain(undefined, at))
						: unknown(specifier, at);
				});
			}
		}
	}
}

function readExports(program: Program, scope: Scope, run: Evaluation): Exports {
	let commonjs: Value | undefined;
	let fallback: Value | undefined;
	const named = new Map<string, Value>();
	const onExports = new Map<string, StaticProperty>();
	for (const statement of program.body) {
		if (
			statement.type === "ExpressionStatement" &&
			statement.expression.type === "AssignmentExpression"
		) {
			const target = exportTarget(statement.expression);
			if (target === "module.exports")
				commonjs = evaluate(statement.expression.right, scope, run);
			else if (target) {
				onExports.set(target, {
					key: target,
					keyAt: place(run, statement.expression.left),
					value: settled(evaluate(statement.expression.right, scope, run)),
					at: place(run, statement),
				});
			}
		}
		if (statement.type === "ExportDefaultDeclaration") {
			const { declaration } = statement;
			const isFunction =
				declaration.type === "FunctionDeclaration" ||
				declaration.type === "ClassDeclaration";
			fallback = isFunction
				? unknown("a function", place(run, declaration))
				: evaluate(declaration as Expression, scope, run);
		}
		if (
			statement.type === "ExportNamedDeclaration" &&
			statement.declaration?.type === "VariableDeclaration"
		) {
			for (const { id } of statement.declaration.declarations) {
				if (id.type === "Identifier")
					named.set(
						id.name,
						lookUp(scope, id.name, place(run, id)) ??
							plain(undefined, place(run, id)),
					);
			}
		}
	}
	return {
		commonjs: withProperties(commonjs, onExports, program, run),
		default: fallback,
		named,
	};
}

/** `module.exports`, or the name that is put on it by `module.exports.x` or `exports.x`. */
function exportTarget({ left }: AssignmentExpression): string | undefined {
	if (
		left.type !== "MemberExpression" ||
		left.computed ||
		left.property.type !== "Identifier"
	)
		return undefined;
	const { object, property } = left;
	if (object.type === "Identifier") {
		if (object.name === "module" && property.name === "exports")
			return "module.exports";
		return object.name === "exports" ? property.name : undefined;
	}
	const isModuleExports =
		object.type === "MemberExpression" &&
		object.object.type === "Identifier" &&
		object.object.name === "module" &&
		object.property.type === "Identifier" &&
		object.property.name === "exports";
	return isModuleExports ? property.name : undefined;
}

function withProperties(
	value: Value | undefined,
	added: ReadonlyMap<string, StaticProperty>,
	program: Program,
	run: Evaluation,
): Value | undefined {
	if (added.size === 0) return value;
	if (value && value.kind !== "object") return value;
	const kept = value?.properties.filter(({ key }) => !added.has(key)) ?? [];
	return {
		kind: "object",
		properties: [...kept, ...added.values()],
		complete: value?.complete ?? true,
		at: value?.at ?? place(run, program),
	};
}

export function namedObject(
	named: ReadonlyMap<string, Value>,
	at: Place,
): StaticValue | undefined {
	if (named.size === 0) return undefined;
	const properties = [...named].map(([key, value]): StaticProperty => {
		const own = settled(value);
		return { key, keyAt: own.at, value: own, at: own.at };
	});
	return { kind: "object", properties, complete: true, at };
}
