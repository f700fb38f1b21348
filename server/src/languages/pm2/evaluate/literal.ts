/** Object and list literals, with what is spread into them. */

import type {
	ArrayExpression,
	Expression,
	ObjectExpression,
	Property as PropertyNode,
	SpreadElement,
} from "acorn";
import type { Place } from "../../../text/place.ts";
import { withFallback } from "./environment.ts";
import { evaluate } from "./expression.ts";
import { decided, newList, newObject, place, type Run, step } from "./run.ts";
import type { Scope } from "./scope.ts";
import {
	type ListValue,
	type ObjectValue,
	type Property,
	plain,
	unknown,
	type Value,
} from "./value.ts";

export function objectLiteral(
	node: ObjectExpression,
	scope: Scope,
	run: Run,
): ObjectValue {
	const object = newObject(run, place(run, node));
	for (const property of node.properties) {
		if (property.type === "SpreadElement")
			spreadInto(
				object,
				evaluate(property.argument, scope, run),
				run,
				place(run, property),
			);
		else define(object, property, scope, run);
	}
	return object;
}

function define(
	object: ObjectValue,
	node: PropertyNode,
	scope: Scope,
	run: Run,
): void {
	const at = place(run, node);
	const key = propertyKey(node, scope, run);
	const value =
		node.kind === "init"
			? evaluate(node.value, scope, run)
			: unknown("a getter", at);
	if (key === undefined) {
		object.complete = false;
		return;
	}
	setProperty(object, key, {
		value,
		keyAt: place(run, node.key),
		at,
		writtenAt: place(run, node.value),
	});
}

/** The last one wins, and comes last where somebody lists them by their places. */
function setProperty(
	object: ObjectValue,
	key: string,
	property: Property,
): void {
	object.properties.delete(key);
	object.properties.set(key, property);
}

export function propertyKey(
	node: { computed: boolean; key: PropertyNode["key"] },
	scope: Scope,
	run: Run,
): string | undefined {
	if (!node.computed) {
		if (node.key.type === "Identifier") return node.key.name;
		return node.key.type === "Literal" ? String(node.key.value) : undefined;
	}
	const key = evaluate(node.key as Expression, scope, run);
	return key.kind === "plain" ? String(key.value) : undefined;
}

/** `{ ...value }`; also Object.assign. What an unknown value brings may be anything. */
export function spreadInto(
	object: ObjectValue,
	value: Value,
	run: Run,
	at: Place,
): void {
	switch (value.kind) {
		case "object":
			step(run, value.properties.size);
			if (!value.complete) overshadow(object, run, at);
			for (const [key, property] of value.properties)
				setProperty(object, key, property);
			return;
		case "array":
			for (const [i, item] of value.items.entries())
				setProperty(object, String(i), {
					value: item,
					keyAt: at,
					at,
					writtenAt: at,
				});
			if (!value.complete) object.complete = false;
			return;
		case "plain":
		case "function":
		case "method":
			return;
		case "choice":
			spreadChoice(object, value, run, at);
			return;
		case "builtin":
			if (value.name === "process.env") shadowByEnvironment(object, run);
			else overshadow(object, run, at);
			return;
		case "unknown":
			if (!value.falsy) overshadow(object, run, at);
	}
}

/** `...(production && { instances: 2 })`: each of its properties is there under the condition. */
function spreadChoice(
	object: ObjectValue,
	value: Extract<Value, { kind: "choice" }>,
	run: Run,
	at: Place,
): void {
	const sides = value.options.map((option) => {
		const side = newObject(run, object.at);
		for (const [key, property] of object.properties)
			side.properties.set(key, property);
		spreadInto(side, option.value, run, at);
		return { option, side };
	});
	for (const { side } of sides) if (!side.complete) object.complete = false;
	const keys = new Set(
		sides.flatMap(({ side }) => [...side.properties.keys()]),
	);
	for (const key of keys) {
		const found = sides.map(({ side }) => side.properties.get(key));
		const [first] = found;
		if (first && found.every((each) => each === first)) {
			object.properties.set(key, first);
			continue;
		}
		const any = found.find((each) => each !== undefined) as Property;
		object.properties.set(key, {
			...any,
			value: {
				kind: "choice",
				at: any.at,
				options: sides.map(({ option }, i) => ({
					...option,
					value: found[i]?.value ?? plain(undefined, at),
				})),
			},
		});
	}
}

/** Any property may be another one now. */
function overshadow(object: ObjectValue, run: Run, at: Place): void {
	object.complete = false;
	step(run, object.properties.size);
	for (const [key, property] of object.properties)
		object.properties.set(key, {
			...property,
			value: unknown(`${key} may come from what is spread in behind it`, at),
		});
}

function shadowByEnvironment(object: ObjectValue, run: Run): void {
	object.complete = false;
	for (const [key, property] of object.properties) {
		const { at } = property;
		const own = {
			kind: "unknown" as const,
			reason: `environment variable ${key}`,
			at,
			variable: key,
		};
		const value = withFallback(run, own, key, () => property.value, at);
		object.properties.set(key, { ...property, value });
	}
}

export function arrayLiteral(
	node: ArrayExpression,
	scope: Scope,
	run: Run,
): ListValue {
	const at = place(run, node);
	const { items, complete } = spreadItems(node.elements, scope, run);
	return newList(run, items, at, complete);
}

/** The elements of a list, or the arguments of a call. */
export function spreadItems(
	elements: readonly (Expression | SpreadElement | null)[],
	scope: Scope,
	run: Run,
): { items: Value[]; complete: boolean } {
	const items: Value[] = [];
	let complete = true;
	for (const element of elements) {
		if (!element)
			items.push(plain(undefined, { path: run.path, start: 0, end: 0 }));
		else if (element.type !== "SpreadElement")
			items.push(evaluate(element, scope, run));
		else {
			const spread = evaluate(element.argument, scope, run);
			const each = itemsOf(spread, run);
			items.push(...each.items);
			if (!each.complete) complete = false;
		}
	}
	return { items, complete };
}

function itemsOf(
	value: Value,
	run: Run,
): { items: readonly Value[]; complete: boolean } {
	if (value.kind === "array") {
		step(run, value.items.length);
		return value;
	}
	// `...(production ? [app] : [])`: how long the list is depends on it, so the run takes one side.
	if (value.kind === "choice") return itemsOf(decided(run, value), run);
	if (value.kind === "plain" && typeof value.value === "string")
		return {
			items: [...value.value].map((each) => plain(each, value.at)),
			complete: true,
		};
	return { items: [], complete: false };
}
