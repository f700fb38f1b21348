/** Evaluates expressions. Whatever it does not know by heart is unknown, with the reason. */

import type {
	ArrowFunctionExpression,
	CallExpression,
	Expression,
	Function as FunctionNode,
	MemberExpression,
	Node,
	ObjectExpression,
	SpreadElement,
	Super,
	TemplateLiteral,
} from "acorn";
import type { Place } from "../../../text/place.ts";
import type { StaticOption, StaticProperty, StaticValue } from "../value.ts";
import { arrayMethod, builtinCall, builtinMember } from "./builtins.ts";
import {
	environmentVariable,
	variableOf,
	withFallback,
} from "./environment.ts";
import { binary, text } from "./operators.ts";
import { lookUp, newScope, type Scope } from "./scope.ts";
import { bind, runBody } from "./statements.ts";
import { plain, settled, truth, unknown, type Value } from "./value.ts";

/** What one evaluation shares; `steps` bounds it, so that a file which would loop for ever does not. */
export interface Evaluation {
	readonly path: string;
	/** Variables of the environment that are taken as given. */
	readonly assumed: ReadonlyMap<string, string>;
	/** The value that a module of the workspace exports; undefined where it isn't there. */
	readonly require: (specifier: string, at: Place) => Value | undefined;
	steps: number;
	depth: number;
}

const maximumSteps = 200_000;
const maximumDepth = 150;

export function place(run: Evaluation, node: Node): Place {
	return { path: run.path, start: node.start, end: node.end };
}

export function evaluate(
	node: Expression | Super,
	scope: Scope,
	run: Evaluation,
): Value {
	const at = place(run, node);
	run.steps++;
	if (run.steps > maximumSteps)
		return unknown("it takes too many steps to evaluate", at);
	if (run.depth >= maximumDepth) return unknown("it is nested too deeply", at);
	run.depth++;
	const value = evaluateNode(node, scope, run, at);
	run.depth--;
	return value;
}

function evaluateNode(
	node: Expression | Super,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	switch (node.type) {
		case "Literal":
			if (node.regex) return unknown("a regular expression", at);
			return typeof node.value === "bigint"
				? unknown("a big integer", at)
				: plain(node.value as never, at);
		case "TemplateLiteral":
			return template(node, scope, run, at);
		case "Identifier":
			return identifier(node.name, scope, at);
		case "ObjectExpression":
			return object(node, scope, run, at);
		case "ArrayExpression":
			return array(node.elements, scope, run, at);
		case "MemberExpression":
			return member(node, scope, run, at);
		case "CallExpression":
			return call(node, scope, run, at);
		case "ConditionalExpression":
			return conditional(
				evaluate(node.test, scope, run),
				node.consequent,
				node.alternate,
				scope,
				run,
				at,
			);
		case "LogicalExpression":
			return logical(node.operator, node.left, node.right, scope, run, at);
		case "BinaryExpression":
			if (node.left.type === "PrivateIdentifier")
				return unknown("a private name", at);
			return binary(
				node.operator,
				settled(evaluate(node.left, scope, run)),
				settled(evaluate(node.right, scope, run)),
				at,
			);
		case "UnaryExpression":
			return unary(node.operator, evaluate(node.argument, scope, run), at);
		case "ArrowFunctionExpression":
		case "FunctionExpression":
			return {
				kind: "function",
				node: node as FunctionNode | ArrowFunctionExpression,
				scope,
				at,
			};
		case "ParenthesizedExpression":
			return evaluate(node.expression, scope, run);
		case "ChainExpression":
			return evaluate(node.expression, scope, run);
		case "SequenceExpression":
			return evaluate(node.expressions.at(-1) as Expression, scope, run);
		case "AssignmentExpression":
			return evaluate(node.right, scope, run);
		case "AwaitExpression":
			return unknown("it is awaited at run time", at);
		default:
			return unknown("an expression that is only known at run time", at);
	}
}

function identifier(name: string, scope: Scope, at: Place): Value {
	if (name === "undefined") return plain(undefined, at);
	const found = lookUp(scope, name, at);
	// What a name stands for is changed where it is used only by pointing elsewhere: its own place is the one to edit.
	return found ?? { kind: "builtin", name, at };
}

function template(
	node: TemplateLiteral,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	let result: StaticValue = plain("", at);
	for (const [i, quasi] of node.quasis.entries()) {
		result = binary("+", result, plain(quasi.value.cooked ?? "", at), at);
		const expression = node.expressions[i];
		if (expression)
			result = binary(
				"+",
				result,
				text(settled(evaluate(expression, scope, run))),
				at,
			);
	}
	return result;
}

function object(
	node: ObjectExpression,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	const properties = new Map<string, StaticProperty>();
	let complete = true;
	for (const property of node.properties) {
		if (property.type === "SpreadElement") {
			const spread = settled(evaluate(property.argument, scope, run));
			if (spread.kind === "object")
				for (const each of spread.properties) properties.set(each.key, each);
			if (spread.kind !== "object" || !spread.complete)
				complete = complete && spread.kind === "plain";
			continue;
		}
		const key = property.computed
			? settled(evaluate(property.key, scope, run))
			: plain(
					property.key.type === "Identifier"
						? property.key.name
						: String((property.key as { value?: unknown }).value),
					at,
				);
		if (key.kind !== "plain") {
			complete = false;
			continue;
		}
		properties.delete(String(key.value));
		properties.set(String(key.value), {
			key: String(key.value),
			keyAt: place(run, property.key),
			value:
				property.kind === "init"
					? settled(evaluate(property.value, scope, run))
					: unknown("a getter", place(run, property)),
			at: place(run, property),
		});
	}
	return { kind: "object", properties: [...properties.values()], complete, at };
}

function array(
	elements: readonly (Expression | SpreadElement | null)[],
	scope: Scope,
	run: Evaluation,
	at: Place,
): StaticValue {
	const items: StaticValue[] = [];
	let complete = true;
	for (const element of elements) {
		if (!element) items.push(plain(undefined, at));
		else if (element.type !== "SpreadElement")
			items.push(settled(evaluate(element, scope, run)));
		else {
			const spread = settled(evaluate(element.argument, scope, run));
			if (spread.kind === "array") items.push(...spread.items);
			if (spread.kind !== "array" || !spread.complete) complete = false;
		}
	}
	return { kind: "array", items, complete, at };
}

function member(
	node: MemberExpression,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	const receiver = evaluate(node.object, scope, run);
	const key = memberKey(node, scope, run);
	if (key === undefined)
		return unknown("a property whose name is only known at run time", at);
	return memberOf(receiver, key, run, at);
}

function memberKey(
	node: MemberExpression,
	scope: Scope,
	run: Evaluation,
): string | undefined {
	if (!node.computed)
		return node.property.type === "Identifier" ? node.property.name : undefined;
	if (node.property.type === "PrivateIdentifier") return undefined;
	const key = settled(evaluate(node.property, scope, run));
	return key.kind === "plain" ? String(key.value) : undefined;
}

export function memberOf(
	receiver: Value,
	key: string,
	run: Evaluation,
	at: Place,
): Value {
	switch (receiver.kind) {
		case "builtin":
			if (receiver.name === "process.env")
				return environmentVariable(key, run.assumed, at);
			return builtinMember(receiver.name, key, run.path, at);
		case "object": {
			const property = receiver.properties.find((each) => each.key === key);
			if (property) return property.value;
			return receiver.complete
				? plain(undefined, at)
				: unknown(`${key} may come from what is spread in`, at);
		}
		case "array": {
			if (key === "length")
				return receiver.complete
					? plain(receiver.items.length, at)
					: unknown("the length of a list that is not known whole", at);
			if (/^\d+$/.test(key))
				return receiver.items[Number(key)] ?? plain(undefined, at);
			return { kind: "method", receiver, name: key, at };
		}
		case "plain":
			if (typeof receiver.value === "string") {
				if (key === "length") return plain(receiver.value.length, at);
				return { kind: "method", receiver, name: key, at };
			}
			return unknown(`${key} of ${receiver.value}`, at);
		case "choice":
			return {
				...receiver,
				options: receiver.options.map((option) => ({
					...option,
					value: settled(memberOf(option.value, key, run, at)),
				})),
			};
		case "unknown":
			return unknown(receiver.reason, at);
		default:
			return unknown(`${key} of a function`, at);
	}
}

function call(
	node: CallExpression,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	const callee = evaluate(node.callee, scope, run);
	if (callee.kind === "builtin" && callee.name === "require") {
		const [specifier] = node.arguments;
		const wanted =
			specifier && specifier.type !== "SpreadElement"
				? settled(evaluate(specifier, scope, run))
				: undefined;
		if (wanted?.kind !== "plain" || typeof wanted.value !== "string")
			return unknown("a module whose name is only known at run time", at);
		return (
			run.require(wanted.value, at) ?? {
				kind: "builtin",
				name: wanted.value.replace(/^node:/, ""),
				at,
			}
		);
	}
	const args = node.arguments.map(
		(argument): Value =>
			argument.type === "SpreadElement"
				? unknown("spread arguments", at)
				: evaluate(argument, scope, run),
	);
	return apply(callee, args, run, at);
}

/** Calls a function of the file, or one that is known by heart. */
export function apply(
	callee: Value,
	args: readonly Value[],
	run: Evaluation,
	at: Place,
): Value {
	if (callee.kind === "function") return applyFunction(callee, args, run, at);
	const invoke = (each: Value, ...values: Value[]) =>
		settled(apply(each, values, run, at));
	if (callee.kind === "builtin")
		return builtinCall(callee.name, args, invoke, run.path, at);
	if (callee.kind === "method")
		return arrayMethod(callee.receiver, callee.name, args, invoke, at);
	return unknown(
		callee.kind === "unknown" ? callee.reason : "a call of what is no function",
		at,
	);
}

function applyFunction(
	{ node, scope }: Extract<Value, { kind: "function" }>,
	args: readonly Value[],
	run: Evaluation,
	at: Place,
): Value {
	if (node.async || node.generator)
		return unknown("an asynchronous function", at);
	const inner = newScope(scope);
	for (const [i, parameter] of node.params.entries())
		bind(parameter, args[i] ?? plain(undefined, at), inner, run);
	if (node.body.type !== "BlockStatement")
		return evaluate(node.body, inner, run);
	return runBody(node.body.body, inner, run) ?? plain(undefined, at);
}

function conditional(
	test: Value,
	consequent: Expression,
	alternate: Expression,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	const known = truth(test);
	if (known !== undefined)
		return evaluate(known ? consequent : alternate, scope, run);
	const yes = settled(evaluate(consequent, scope, run));
	const no = settled(evaluate(alternate, scope, run));
	if (test.kind !== "choice") {
		const reason = test.kind === "unknown" ? test.reason : "a condition";
		const variable = test.kind === "unknown" ? variableOf(test) : undefined;
		const words = variable ? `${variable} is` : `${reason} is`;
		return {
			kind: "choice",
			at,
			options: [
				{ value: yes, when: `${words} set` },
				{ value: no, when: `${words} not set` },
			],
		};
	}
	const options = test.options.map((option): StaticOption => {
		const holds = truth(option.value);
		return {
			...option,
			value:
				holds === undefined
					? unknown("a condition that is only known at run time", at)
					: holds
						? yes
						: no,
		};
	});
	return { kind: "choice", options, at };
}

function logical(
	operator: "||" | "&&" | "??",
	leftNode: Expression,
	rightNode: Expression,
	scope: Scope,
	run: Evaluation,
	at: Place,
): Value {
	const left = evaluate(leftNode, scope, run);
	const decides = (value: Value): boolean | undefined => {
		if (operator === "??") {
			if (value.kind === "unknown" || value.kind === "choice") return undefined;
			return !(
				value.kind === "plain" &&
				(value.value === undefined || value.value === null)
			);
		}
		const known = truth(value);
		return known === undefined ? undefined : operator === "||" ? known : !known;
	};
	const known = decides(left);
	if (known !== undefined)
		return known ? left : evaluate(rightNode, scope, run);
	const right = settled(evaluate(rightNode, scope, run));
	const first = settled(left);
	const variable = variableOf(first);
	if (variable && operator !== "&&") return withFallback(variable, right, at);
	if (first.kind !== "choice")
		return unknown(first.kind === "unknown" ? first.reason : "a condition", at);
	return {
		...first,
		options: first.options.map((option) => {
			const own = decides(option.value);
			const open = option.value;
			return {
				...option,
				value: own === undefined ? open : own ? open : right,
			};
		}),
	};
}

function unary(operator: string, value: Value, at: Place): Value {
	const argument = settled(value);
	if (argument.kind === "choice") {
		return {
			...argument,
			options: argument.options.map((option) => ({
				...option,
				value: settled(unary(operator, option.value, at)),
			})),
		};
	}
	if (operator === "!") {
		const known = truth(argument);
		return known === undefined ? argument : plain(!known, at);
	}
	if (argument.kind !== "plain") return argument;
	if (operator === "-") return plain(-Number(argument.value), at);
	if (operator === "+") return plain(Number(argument.value), at);
	if (operator === "typeof") return plain(typeof argument.value, at);
	return operator === "void"
		? plain(undefined, at)
		: unknown(`the operator ${operator}`, at);
}
