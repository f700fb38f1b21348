/** Binary operators over what is known. */

import type { Place } from "../../../text/place.ts";
import type { StaticValue } from "../value.ts";
import { comparison, variableOf } from "./environment.ts";
import { mapChoice, plain, unknown } from "./value.ts";

export function binary(
	operator: string,
	left: StaticValue,
	right: StaticValue,
	at: Place,
): StaticValue {
	const variable = variableOf(left) ?? variableOf(right);
	const literal =
		left.kind === "plain" ? left : right.kind === "plain" ? right : undefined;
	const equality = /^[!=]==?$/.test(operator);
	if (variable && equality && typeof literal?.value === "string") {
		return comparison(variable, literal.value, !operator.startsWith("!"), at);
	}
	return mapChoice(left, (a) =>
		mapChoice(right, (b) => {
			if (a.kind !== "plain" || b.kind !== "plain")
				return unknown(
					`the operator ${operator} on what is no plain value`,
					at,
				);
			return plain(calculate(operator, a.value as never, b.value as never), at);
		}),
	);
}

/** JavaScript's own operators, on plain values. */
function calculate(
	operator: string,
	a: number,
	b: number,
): string | number | boolean | undefined {
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
		case "<<":
			return a << b;
		case ">>":
			return a >> b;
		default:
			return undefined;
	}
}

/** As a template literal writes it. */
export function text(value: StaticValue): StaticValue {
	return mapChoice(value, (each) => {
		if (each.kind === "plain") return plain(String(each.value), each.at);
		return unknown("an object in a text", each.at);
	});
}
