/** Binary and unary operators over what is known. */

import type { Place } from "../../../text/place.ts";
import type { PlainValue } from "../value.ts";
import { comparison, variableOf } from "./environment.ts";
import { isSet, narrowed, type Run } from "./run.ts";
import {
	choice,
	mapChoice,
	plain,
	truth,
	unknown,
	type Value,
} from "./value.ts";

export const longestText = 100_000;

export function binary(
	run: Run,
	operator: string,
	left: Value,
	right: Value,
	at: Place,
): Value {
	const variable = variableOf(left) ?? variableOf(right);
	const literal = variableOf(left) === undefined ? left : right;
	const equality = /^[!=]==?$/.test(operator);
	if (
		variable &&
		equality &&
		literal.kind === "plain" &&
		typeof literal.value === "string"
	)
		return comparison(
			run,
			variable,
			literal.value,
			!operator.startsWith("!"),
			at,
		);
	const open = [left, right].find(({ kind }) => kind === "unknown");
	if (open?.kind === "unknown") return unknown(open.reason, at);
	return mapChoice(left, (a) =>
		mapChoice(right, (b) => {
			if (a.kind === "plain" && b.kind === "plain") {
				const result = calculate(operator, a.value as never, b.value as never);
				return typeof result === "string" && result.length > longestText
					? unknown("a text that is too long to evaluate", at)
					: plain(result, at);
			}
			return identity(operator, a, b, at);
		}),
	);
}

/** `list === undefined`, `typeof x`: what can be said of things that are no plain values. */
function identity(operator: string, a: Value, b: Value, at: Place): Value {
	const equality = /^([!=])==?$/.exec(operator)?.[1];
	if (!equality)
		return unknown(`the operator ${operator} on what is no plain value`, at);
	const same = a === b || ("born" in a && "born" in b && a.born === b.born);
	return plain(same === (equality === "="), at);
}

/** JavaScript's own operators, on plain values. */
function calculate(operator: string, a: number, b: number): PlainValue {
	switch (operator) {
		case "+":
			return a + b;
		case "-":
			return a - b;
		case "*":
			return a * b;
		case "/":
			return a / b;
		case "%":
			return a % b;
		case "**":
			return a ** b;
		case "===":
			return a === b;
		case "!==":
			return a !== b;
		case "==":
			// biome-ignore lint/suspicious/noDoubleEquals: the operator that the file uses
			return a == b;
		case "!=":
			// biome-ignore lint/suspicious/noDoubleEquals: the operator that the file uses
			return a != b;
		case "<":
			return a < b;
		case ">":
			return a > b;
		case "<=":
			return a <= b;
		case ">=":
			return a >= b;
		case "&":
			return a & b;
		case "|":
			return a | b;
		case "^":
			return a ^ b;
		case "<<":
			return a << b;
		case ">>":
			return a >> b;
		case ">>>":
			return a >>> b;
		default:
			return undefined;
	}
}

export function unary(
	run: Run,
	operator: string,
	value: Value,
	at: Place,
): Value {
	if (operator === "void") return plain(undefined, at);
	if (operator === "!" && truth(value) === undefined)
		return not(run, value, at);
	// A number that only the environment decides is still that variable: `+process.env.PORT || 3000`.
	if (value.kind === "unknown")
		return operator === "+" || operator === "-"
			? value
			: unknown(value.reason, at);
	return mapChoice(value, (each) => {
		if (operator === "!") return plain(!truth(each), at);
		if (operator === "typeof") return plain(typeOf(each), at);
		if (each.kind !== "plain")
			return unknown(`the operator ${operator} on what is no plain value`, at);
		const number = Number(each.value);
		if (operator === "-") return plain(-number, at);
		if (operator === "+") return plain(number, at);
		return operator === "~"
			? plain(~number, at)
			: unknown(`the operator ${operator}`, at);
	});
}

/** Of what is open: a choice where each side is known, else unknown. */
function not(run: Run, value: Value, at: Place): Value {
	if (value.kind === "choice")
		return choice(
			value.options.map((option) => ({
				...option,
				value: unary(run, "!", option.value, at),
			})),
			at,
		);
	const variable = variableOf(value);
	if (!variable || value.kind !== "unknown")
		return unknown("a condition that is only known at run time", at);
	const condition = isSet(variable);
	return narrowed(run, {
		kind: "choice",
		at,
		options: [
			{ value: plain(false, at), condition, holds: true },
			{ value: plain(true, at), condition, holds: false },
		],
	});
}

function typeOf(value: Value): string {
	if (value.kind === "plain") {
		return value.value === null ? "object" : typeof value.value;
	}
	return value.kind === "function" || value.kind === "method"
		? "function"
		: "object";
}

/** As a template literal writes it. */
export function text(value: Value): Value {
	return mapChoice(value, (each) =>
		each.kind === "plain"
			? plain(String(each.value), each.at)
			: unknown("an object in a text", each.at),
	);
}
