/** What the evaluator works with: the values it hands out, and functions, which stay inside. */

import type { ArrowFunctionExpression, Function as FunctionNode } from "acorn";
import type { Place } from "../../../text/place.ts";
import type { PlainValue, StaticValue } from "../value.ts";
import type { Scope } from "./scope.ts";

export type Value =
	| StaticValue
	| {
			readonly kind: "function";
			readonly node: FunctionNode | ArrowFunctionExpression;
			readonly scope: Scope;
			readonly at: Place;
	  }
	/** A module or object of Node's or of the language, by its dotted name: `path`, `os.cpus`, `Object`. */
	| { readonly kind: "builtin"; readonly name: string; readonly at: Place }
	/** An array's method, waiting to be called. */
	| {
			readonly kind: "method";
			readonly receiver: StaticValue;
			readonly name: string;
			readonly at: Place;
	  };

export function plain(value: PlainValue, at: Place): StaticValue {
	return { kind: "plain", value, at };
}

export function unknown(reason: string, at: Place): StaticValue {
	return { kind: "unknown", reason, at };
}

/** A value that may leave the evaluator. */
export function settled(value: Value): StaticValue {
	switch (value.kind) {
		case "function":
			return unknown("a function", value.at);
		case "builtin":
			return unknown(`${value.name} is only known at run time`, value.at);
		case "method":
			return unknown(`the method ${value.name}`, value.at);
		default:
			return value;
	}
}

/** Applies a function to a value, to each option of a choice; what is unknown stays unknown. */
export function mapChoice(
	value: StaticValue,
	apply: (value: StaticValue) => StaticValue,
): StaticValue {
	if (value.kind === "unknown") return value;
	if (value.kind !== "choice") return apply(value);
	return {
		...value,
		options: value.options.map((option) => ({
			...option,
			value: mapChoice(option.value, apply),
		})),
	};
}

/** JavaScript's truth; undefined where it depends. */
export function truth(value: Value): boolean | undefined {
	switch (value.kind) {
		case "plain":
			return Boolean(value.value);
		case "choice":
		case "unknown":
			return undefined;
		default:
			return true;
	}
}
