/** A value of the interpreter as plain data that may leave it. */

import type { StaticOption, StaticProperty, StaticValue } from "../value.ts";
import type { Option, Value } from "./value.ts";

/** How many values a result may consist of; a list that holds itself twice, twenty times over, has a million. */
const largest = 50_000;
const deepest = 200;

export function settle(value: Value): StaticValue {
	let count = 0;
	const visit = (each: Value, depth: number): StaticValue => {
		const { at } = each;
		if (++count > largest || depth > deepest)
			return { kind: "unknown", reason: "it is too large to be evaluated", at };
		switch (each.kind) {
			case "plain":
				return each;
			case "unknown": {
				const { falsy: _, ...rest } = each;
				return rest;
			}
			case "object":
				return {
					kind: "object",
					complete: each.complete,
					at,
					properties: [...each.properties].map(
						([key, property]): StaticProperty => ({
							key,
							keyAt: property.keyAt,
							at: property.at,
							writtenAt: property.writtenAt,
							value: visit(property.value, depth + 1),
						}),
					),
				};
			case "array":
				return {
					kind: "array",
					complete: each.complete,
					at,
					items: each.items.map((item) => visit(item, depth + 1)),
				};
			case "choice":
				return {
					kind: "choice",
					at,
					options: each.options.map((option) =>
						settledOption(option, visit(option.value, depth + 1)),
					),
				};
			case "function":
				return {
					kind: "unknown",
					reason: each.node.async ? "an asynchronous function" : "a function",
					at,
					what: "function",
				};
			case "builtin":
				return {
					kind: "unknown",
					reason: `${each.name} is only known at run time`,
					at,
				};
			case "method":
				return { kind: "unknown", reason: `the method ${each.name}`, at };
		}
	};
	return visit(value, 0);
}

export function settledOption(
	{ condition, holds }: Pick<Option, "condition" | "holds">,
	value: StaticValue,
): StaticOption {
	return {
		value,
		when: holds ? condition.text : condition.otherwise,
		condition: { text: condition.text, holds },
		...(condition.test ? { test: { ...condition.test, holds } } : {}),
	};
}
