/** What the interpreter works with. Objects and lists can be changed, as the file's own statements change them. */

import type { ArrowFunctionExpression, Function as FunctionNode } from "acorn";
import type { Place } from "../../../text/place.ts";
import type { PlainValue } from "../value.ts";
import type { Scope } from "./scope.ts";

export type Value =
	| PlainOf
	| ObjectValue
	| ListValue
	| Choice
	| Unknown
	| FunctionValue
	/** A module or object of Node's or of the language, by its dotted name: `path`, `os.cpus`, `Object`. */
	| { readonly kind: "builtin"; readonly name: string; readonly at: Place }
	/** A method of a list or text, waiting to be called. */
	| {
			readonly kind: "method";
			readonly receiver: Value;
			readonly name: string;
			readonly at: Place;
	  };

export interface PlainOf {
	readonly kind: "plain";
	readonly value: PlainValue;
	readonly at: Place;
}

export interface ObjectValue {
	readonly kind: "object";
	readonly properties: Map<string, Property>;
	/** False where properties may exist that are not known. */
	complete: boolean;
	readonly at: Place;
	/** When it was made, counted in makings. */
	readonly born: number;
}

export interface Property {
	readonly value: Value;
	readonly keyAt: Place;
	readonly at: Place;
	readonly writtenAt: Place;
}

export interface ListValue {
	readonly kind: "array";
	readonly items: Value[];
	complete: boolean;
	readonly at: Place;
	readonly born: number;
}

export interface Choice {
	readonly kind: "choice";
	readonly options: readonly Option[];
	readonly at: Place;
}

export interface Option {
	readonly value: Value;
	readonly condition: Condition;
	readonly holds: boolean;
}

/** A question that only the running file could answer. */
export interface Condition {
	/** `NODE_ENV is production`: its identity too. */
	readonly text: string;
	readonly otherwise: string;
	/** Set where an environment variable is compared with a text. */
	readonly test?: { readonly variable: string; readonly equals: string };
}

export interface Unknown {
	readonly kind: "unknown";
	readonly reason: string;
	readonly at: Place;
	readonly variable?: string;
	readonly what?: "function" | "promise";
	/** Whatever it is, it counts as false. */
	readonly falsy?: true;
}

export interface FunctionValue {
	readonly kind: "function";
	readonly node: FunctionNode | ArrowFunctionExpression;
	readonly scope: Scope;
	readonly at: Place;
}

export function plain(value: PlainValue, at: Place): PlainOf {
	return { kind: "plain", value, at };
}

export function unknown(reason: string, at: Place): Unknown {
	return { kind: "unknown", reason, at };
}

export function promise(at: Place): Unknown {
	return { kind: "unknown", reason: "a Promise", at, what: "promise" };
}

/** How many leaves a value with choices in choices may have. */
const mostOptions = 32;

/** Applies a function to a value, to each option of a choice; what is unknown stays unknown. */
export function mapChoice(
	value: Value,
	apply: (value: Exclude<Value, Choice | Unknown>, condition?: Option) => Value,
): Value {
	if (value.kind === "unknown") return value;
	if (value.kind !== "choice") return apply(value);
	const options = value.options.map((option) => ({
		...option,
		value: mapChoice(option.value, apply),
	}));
	return choice(options, value.at);
}

/** A choice, or what it comes down to where all options are the same or there are too many. */
export function choice(options: readonly Option[], at: Place): Value {
	const [first] = options;
	if (first && options.every(({ value }) => samePlain(value, first.value)))
		return first.value;
	if (leaves({ kind: "choice", options, at }) > mostOptions)
		return unknown("it has too many possible values", at);
	return { kind: "choice", options, at };
}

function samePlain(a: Value, b: Value): boolean {
	return (
		a === b ||
		(a.kind === "plain" && b.kind === "plain" && Object.is(a.value, b.value))
	);
}

function leaves(value: Value): number {
	if (value.kind !== "choice") return 1;
	let count = 0;
	for (const option of value.options) {
		count += leaves(option.value);
		if (count > mostOptions) break;
	}
	return count;
}

/** JavaScript's truth; undefined where it depends. */
export function truth(value: Value): boolean | undefined {
	switch (value.kind) {
		case "plain":
			return Boolean(value.value);
		case "choice": {
			const [first, ...rest] = value.options.map((option) =>
				truth(option.value),
			);
			return rest.every((each) => each === first) ? first : undefined;
		}
		case "unknown":
			return value.falsy ? false : value.what ? true : undefined;
		default:
			return true;
	}
}
