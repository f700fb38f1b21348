/** The names that a module takes from others and gives to others. */

import type { ExportNamedDeclaration, ImportDeclaration, Pattern } from "acorn";
import type { Place } from "../../../text/place.ts";
import { memberOf } from "./member.ts";
import { place, type Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { type ObjectValue, unknown, type Value } from "./value.ts";

export function importNames(
	node: ImportDeclaration,
	scope: Scope,
	run: Run,
): void {
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

export function exportNames(
	node: ExportNamedDeclaration,
	namespace: ObjectValue,
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

export function define(
	object: ObjectValue,
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
