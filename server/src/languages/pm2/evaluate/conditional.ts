/** `a ? b : c`, `a || b`, `a && b`, `a ?? b`: where the question is open, both sides with their condition. */

import type {
	ConditionalExpression,
	Expression,
	LogicalExpression,
	Node,
} from "acorn";
import { variableOf, withFallback } from "./environment.ts";
import { evaluate } from "./expression.ts";
import { decide, isSet, place, type Run, speculate } from "./run.ts";
import type { Scope } from "./scope.ts";
import {
	type Choice,
	type Condition,
	choice,
	truth,
	type Value,
} from "./value.ts";

export function conditional(
	node: ConditionalExpression,
	scope: Scope,
	run: Run,
): Value {
	const test = evaluate(node.test, scope, run);
	const side = (holds: boolean) =>
		evaluate(holds ? node.consequent : node.alternate, scope, run);
	return branch(test, node.test, side, run, node);
}

/** What follows from a test that may be open. */
function branch(
	test: Value,
	testNode: Expression,
	side: (holds: boolean) => Value,
	run: Run,
	node: Node,
): Value {
	const known = truth(test);
	if (known !== undefined) return side(known);
	if (test.kind !== "choice")
		return eachAnswer(conditionOf(test, testNode, run), side, run, node);
	const questions = test;
	return eachOption(
		questions,
		(option) => branch(option, testNode, side, run, node),
		run,
		node,
	);
}

function eachAnswer(
	condition: Condition,
	side: (holds: boolean) => Value,
	run: Run,
	node: Node,
): Value {
	const yes = speculate(run, { condition, holds: true }, () => side(true));
	const no =
		yes && speculate(run, { condition, holds: false }, () => side(false));
	if (!yes || !no) return side(decide(run, condition));
	return choice(
		[
			{ value: yes, condition, holds: true },
			{ value: no, condition, holds: false },
		],
		place(run, node),
	);
}

/** Goes on with each option of a choice; where that changes something, with the one that this run takes. */
export function eachOption(
	value: Choice,
	go: (value: Value) => Value,
	run: Run,
	node: Node,
): Value {
	const options = [];
	for (const option of value.options) {
		const result = speculate(run, option, () => go(option.value));
		if (!result) {
			const taken = value.options.find(
				(each) => decide(run, each.condition) === each.holds,
			);
			return go((taken ?? option).value);
		}
		options.push({ ...option, value: result });
	}
	return choice(options, place(run, node));
}

/** The question that a test asks, in the words of the file; `isGiven`: only null and undefined count as no. */
export function conditionOf(
	test: Value,
	node: Expression,
	run: Run,
	isGiven = false,
): Condition {
	const variable = variableOf(test);
	if (variable) return isSet(variable);
	const source = run.text.slice(node.start, node.end).replace(/\s+/g, " ");
	const words = source.length > 60 ? `${source.slice(0, 59)}…` : source;
	return isGiven
		? { text: `${words} is given`, otherwise: `${words} is missing` }
		: { text: `${words} is true`, otherwise: `${words} is false` };
}

export function logical(
	node: LogicalExpression,
	scope: Scope,
	run: Run,
): Value {
	const left = evaluate(node.left, scope, run);
	const right = () => evaluate(node.right, scope, run);
	return logicalOf(node.operator, left, right, run, node.left, node);
}

export function logicalOf(
	operator: "||" | "&&" | "??",
	left: Value,
	right: () => Value,
	run: Run,
	leftNode: Expression,
	node: Node,
): Value {
	const known = keepsLeft(operator, left);
	if (known !== undefined) return known ? left : right();
	if (left.kind === "choice")
		return eachOption(
			left,
			(option) => logicalOf(operator, option, right, run, leftNode, node),
			run,
			node,
		);
	const variable = variableOf(left);
	if (variable && left.kind === "unknown" && operator !== "&&") {
		const condition = isSet(variable);
		const fallback = speculate(run, { condition, holds: false }, right);
		if (fallback)
			return withFallback(
				run,
				left,
				variable,
				() => fallback,
				place(run, node),
			);
	}
	const condition = conditionOf(left, leftNode, run, operator === "??");
	return eachAnswer(
		condition,
		(holds) => {
			if (holds === (operator === "&&")) return right();
			return operator === "&&" && left.kind === "unknown"
				? { ...left, falsy: true }
				: left;
		},
		run,
		node,
	);
}

/** Whether the left side is the result; undefined: it depends. */
function keepsLeft(
	operator: "||" | "&&" | "??",
	left: Value,
): boolean | undefined {
	if (operator === "??") {
		if (left.kind === "unknown") return left.what ? true : undefined;
		if (left.kind === "choice") return undefined;
		return !(
			left.kind === "plain" &&
			(left.value === undefined || left.value === null)
		);
	}
	const known = left.kind === "choice" ? undefined : truth(left);
	return known === undefined ? undefined : operator === "||" ? known : !known;
}
