/** Evaluates expressions. Whatever it does not know by heart is unknown, with the reason. */

import type {
	BinaryExpression,
	Expression,
	Super,
	TemplateLiteral,
} from "acorn";
import type { Place } from "../../../text/place.ts";
import { assignment, update } from "./assign.ts";
import { builtinName } from "./builtins/names.ts";
import { call, construct } from "./call.ts";
import { conditional, logical } from "./conditional.ts";
import { arrayLiteral, objectLiteral } from "./literal.ts";
import { deleteMember, member } from "./member.ts";
import { binary, text, unary } from "./operators.ts";
import { deeper, narrowed, place, type Run, step } from "./run.ts";
import { holder, type Scope } from "./scope.ts";
import { plain, promise, unknown, type Value } from "./value.ts";

export function evaluate(
	node: Expression | Super,
	scope: Scope,
	run: Run,
): Value {
	step(run);
	return deeper(run, () => evaluateNode(node, scope, run));
}

function evaluateNode(node: Expression | Super, scope: Scope, run: Run): Value {
	const at = place(run, node);
	switch (node.type) {
		case "Literal":
			// A regular expression of the workspace is never executed.
			if (node.regex) return unknown("a regular expression", at);
			return typeof node.value === "bigint"
				? unknown("a big integer", at)
				: plain(node.value as never, at);
		case "TemplateLiteral":
			return template(node, scope, run, at);
		case "Identifier":
			return identifier(node.name, scope, run, at);
		case "ObjectExpression":
			return objectLiteral(node, scope, run);
		case "ArrayExpression":
			return arrayLiteral(node, scope, run);
		case "MemberExpression":
			return member(node, scope, run);
		case "CallExpression":
			return call(node, scope, run);
		case "NewExpression":
			return construct(node, scope, run);
		case "ConditionalExpression":
			return conditional(node, scope, run);
		case "LogicalExpression":
			return logical(node, scope, run);
		case "BinaryExpression":
			return chain(node, scope, run);
		case "UnaryExpression":
			if (node.operator === "delete")
				return deleteMember(node.argument, scope, run);
			return unary(run, node.operator, evaluate(node.argument, scope, run), at);
		case "UpdateExpression":
			return update(node, scope, run);
		case "AssignmentExpression":
			return assignment(node, scope, run);
		case "ArrowFunctionExpression":
		case "FunctionExpression":
			return { kind: "function", node, scope, at };
		case "ParenthesizedExpression":
		case "ChainExpression":
			return evaluate(node.expression, scope, run);
		case "SequenceExpression":
			return node.expressions
				.map((each) => evaluate(each, scope, run))
				.at(-1) as Value;
		case "AwaitExpression":
			return unknown("it is awaited at run time", at);
		case "ImportExpression":
			return promise(at);
		case "MetaProperty":
			return { kind: "builtin", name: "import.meta", at };
		default:
			return unknown("an expression that is only known at run time", at);
	}
}

function identifier(name: string, scope: Scope, run: Run, at: Place): Value {
	if (name === "undefined") return plain(undefined, at);
	const found = holder(scope, name)?.names.get(name);
	if (found) return narrowed(run, found);
	return builtinName(name, run.path, at) ?? { kind: "builtin", name, at };
}

function template(
	node: TemplateLiteral,
	scope: Scope,
	run: Run,
	at: Place,
): Value {
	let result: Value = plain("", at);
	for (const [i, quasi] of node.quasis.entries()) {
		result = binary(run, "+", result, plain(quasi.value.cooked ?? "", at), at);
		const expression = node.expressions[i];
		if (expression)
			result = binary(
				run,
				"+",
				result,
				text(evaluate(expression, scope, run)),
				at,
			);
	}
	return result;
}

/** `a + b + c + …` leans to the left, maybe a thousand deep: walked, not recursed. */
function chain(node: BinaryExpression, scope: Scope, run: Run): Value {
	const pending: BinaryExpression[] = [];
	let left: BinaryExpression["left"] = node;
	while (left.type === "BinaryExpression") {
		pending.push(left);
		left = left.left;
	}
	if (left.type === "PrivateIdentifier")
		return unknown("a private name", place(run, left));
	let value = evaluate(left, scope, run);
	for (const each of pending.reverse())
		value = binary(
			run,
			each.operator,
			value,
			evaluate(each.right, scope, run),
			place(run, each),
		);
	return value;
}
