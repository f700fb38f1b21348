/** Declarations and function bodies: enough to follow a helper function to what it returns. */

import type { ModuleDeclaration, Pattern, Statement } from "acorn";
import { type Evaluation, evaluate, memberOf, place } from "./expression.ts";
import { declare, type Scope } from "./scope.ts";
import { plain, truth, unknown, type Value } from "./value.ts";

/** Declares what the statements name; assignments to a `let` make it unknown, for their order is not followed. */
export function declareAll(
	statements: readonly (Statement | ModuleDeclaration)[],
	scope: Scope,
	run: Evaluation,
): void {
	for (const statement of statements) {
		const own =
			statement.type === "ExportNamedDeclaration"
				? statement.declaration
				: statement;
		if (own?.type === "VariableDeclaration") {
			for (const { id, init } of own.declarations) {
				const at = place(run, init ?? id);
				bindLater(
					id,
					() => (init ? evaluate(init, scope, run) : plain(undefined, at)),
					scope,
					run,
				);
			}
		}
		if (own?.type === "FunctionDeclaration" && own.id) {
			const at = place(run, own);
			declare(scope, own.id.name, () => ({
				kind: "function",
				node: own,
				scope,
				at,
			}));
		}
	}
	for (const statement of statements) forgetReassigned(statement, scope, run);
}

function forgetReassigned(
	statement: Statement | ModuleDeclaration,
	scope: Scope,
	run: Evaluation,
): void {
	if (
		statement.type !== "ExpressionStatement" ||
		statement.expression.type !== "AssignmentExpression"
	)
		return;
	const { left } = statement.expression;
	if (left.type === "Identifier" && scope.names.has(left.name)) {
		const at = place(run, statement);
		declare(scope, left.name, () =>
			unknown(`${left.name} is assigned more than once`, at),
		);
	}
}

export function bind(
	pattern: Pattern,
	value: Value,
	scope: Scope,
	run: Evaluation,
): void {
	bindLater(pattern, () => value, scope, run);
}

function bindLater(
	pattern: Pattern,
	compute: () => Value,
	scope: Scope,
	run: Evaluation,
): void {
	switch (pattern.type) {
		case "Identifier":
			declare(scope, pattern.name, compute);
			return;
		case "AssignmentPattern": {
			const { left, right } = pattern;
			bindLater(
				left,
				() => orDefault(compute(), () => evaluate(right, scope, run)),
				scope,
				run,
			);
			return;
		}
		case "ObjectPattern":
			for (const property of pattern.properties) {
				if (property.type === "RestElement") {
					const at = place(run, property);
					bindLater(
						property.argument,
						() => unknown("the rest of an object", at),
						scope,
						run,
					);
				} else if (property.key.type === "Identifier" && !property.computed) {
					const { name } = property.key;
					bindLater(
						property.value,
						() => memberOf(compute(), name, run, place(run, property)),
						scope,
						run,
					);
				}
			}
			return;
		case "ArrayPattern":
			for (const [i, element] of pattern.elements.entries()) {
				if (element)
					bindLater(
						element,
						() => memberOf(compute(), String(i), run, place(run, element)),
						scope,
						run,
					);
			}
			return;
		case "RestElement": {
			const at = place(run, pattern);
			bindLater(
				pattern.argument,
				() => unknown("the rest of the arguments", at),
				scope,
				run,
			);
			return;
		}
		default:
			return;
	}
}

function orDefault(value: Value, fallback: () => Value): Value {
	return value.kind === "plain" && value.value === undefined
		? fallback()
		: value;
}

/** What a function body returns; undefined: nothing. A body with loops or other effects is unknown. */
export function runBody(
	statements: readonly Statement[],
	scope: Scope,
	run: Evaluation,
): Value | undefined {
	declareAll(statements, scope, run);
	for (const statement of statements) {
		switch (statement.type) {
			case "ReturnStatement":
				return statement.argument
					? evaluate(statement.argument, scope, run)
					: plain(undefined, place(run, statement));
			case "IfStatement": {
				const test = truth(evaluate(statement.test, scope, run));
				if (test === undefined)
					return unknown(
						"a condition that is only known at run time",
						place(run, statement),
					);
				const branch = test ? statement.consequent : statement.alternate;
				const returned =
					branch &&
					runBody(
						branch.type === "BlockStatement" ? branch.body : [branch],
						scope,
						run,
					);
				if (returned) return returned;
				break;
			}
			case "VariableDeclaration":
			case "FunctionDeclaration":
			case "EmptyStatement":
				break;
			case "ExpressionStatement":
				if (statement.expression.type === "Literal" || isLog(statement)) break;
				return unknown(
					"a function that does more than return a value",
					place(run, statement),
				);
			default:
				return unknown(
					"a function that does more than return a value",
					place(run, statement),
				);
		}
	}
	return undefined;
}

function isLog({
	expression,
}: Extract<Statement, { type: "ExpressionStatement" }>): boolean {
	return (
		expression.type === "CallExpression" &&
		expression.callee.type === "MemberExpression" &&
		expression.callee.object.type === "Identifier" &&
		expression.callee.object.name === "console"
	);
}
