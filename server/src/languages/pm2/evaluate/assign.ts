/** Giving names and properties their values: declarations, patterns, assignments. */

import type {
	AssignmentExpression,
	Expression,
	MemberExpression,
	Pattern,
	UpdateExpression,
} from "acorn";
import type { Place } from "../../../text/place.ts";
import { eachOption, logicalOf } from "./conditional.ts";
import { variableOf, withFallback } from "./environment.ts";
import { evaluate } from "./expression.ts";
import { propertyKey } from "./literal.ts";
import { memberKey, memberOf } from "./member.ts";
import { binary } from "./operators.ts";
import { mayChange, newList, newObject, place, type Run } from "./run.ts";
import { functionScope, holder, type Scope } from "./scope.ts";
import { plain, unknown, type Value } from "./value.ts";

/** Puts a value where a pattern says; `declare` makes names, else existing ones are changed. */
export function bind(
	pattern: Pattern,
	value: Value,
	scope: Scope,
	run: Run,
	declare: boolean,
): void {
	switch (pattern.type) {
		case "Identifier":
			if (declare) scope.names.set(pattern.name, value);
			else setName(pattern.name, value, scope, run);
			return;
		case "MemberExpression":
			setMember(pattern, value, pattern, scope, run, place(run, pattern));
			return;
		case "AssignmentPattern": {
			const fallback = () => evaluate(pattern.right, scope, run);
			const own = orDefault(value, fallback, run, pattern);
			bind(pattern.left, own, scope, run, declare);
			return;
		}
		case "ObjectPattern":
			bindObject(pattern, value, scope, run, declare);
			return;
		case "ArrayPattern":
			for (const [i, element] of pattern.elements.entries()) {
				if (element?.type === "RestElement")
					bind(
						element.argument,
						rest(value, i, run, place(run, element)),
						scope,
						run,
						declare,
					);
				else if (element)
					bind(
						element,
						memberOf(value, String(i), run, place(run, element)),
						scope,
						run,
						declare,
					);
			}
			return;
		case "RestElement":
			bind(pattern.argument, value, scope, run, declare);
			return;
	}
}

function orDefault(
	value: Value,
	fallback: () => Value,
	run: Run,
	pattern: Pattern,
): Value {
	if (value.kind === "choice")
		return eachOption(
			value,
			(option) => orDefault(option, fallback, run, pattern),
			run,
			pattern,
		);
	const variable = variableOf(value);
	if (variable && value.kind === "unknown")
		return withFallback(run, value, variable, fallback, place(run, pattern));
	const isMissing = value.kind === "plain" && value.value === undefined;
	return isMissing ? fallback() : value;
}

function bindObject(
	pattern: Extract<Pattern, { type: "ObjectPattern" }>,
	value: Value,
	scope: Scope,
	run: Run,
	declare: boolean,
): void {
	const taken = new Set<string>();
	for (const property of pattern.properties) {
		const at = place(run, property);
		if (property.type === "RestElement") {
			bind(
				property.argument,
				without(value, taken, run, at),
				scope,
				run,
				declare,
			);
			continue;
		}
		const key = propertyKey(property, scope, run);
		if (key !== undefined) taken.add(key);
		const own =
			key === undefined
				? unknown("a property whose name is only known at run time", at)
				: memberOf(value, key, run, at);
		bind(property.value, own, scope, run, declare);
	}
}

function rest(value: Value, from: number, run: Run, at: Place): Value {
	return value.kind === "array"
		? newList(run, value.items.slice(from), at, value.complete)
		: unknown("the rest of a list", at);
}

function without(
	value: Value,
	taken: ReadonlySet<string>,
	run: Run,
	at: Place,
): Value {
	if (value.kind !== "object") return unknown("the rest of an object", at);
	const object = newObject(run, value.at);
	object.complete = value.complete;
	for (const [key, property] of value.properties)
		if (!taken.has(key)) object.properties.set(key, property);
	return object;
}

function setName(name: string, value: Value, scope: Scope, run: Run): void {
	const found = holder(scope, name) ?? functionScope(scope);
	mayChange(run, found);
	found.names.set(name, value);
}

export function assignment(
	node: AssignmentExpression,
	scope: Scope,
	run: Run,
): Value {
	const { left, operator } = node;
	const at = place(run, node);
	if (operator === "=") {
		const value = evaluate(node.right, scope, run);
		if (left.type === "MemberExpression")
			setMember(left, value, node.right, scope, run, at);
		else bind(left, value, scope, run, false);
		return value;
	}
	const target = left as Expression;
	const before = evaluate(target, scope, run);
	const right = () => evaluate(node.right, scope, run);
	const value =
		operator === "||=" || operator === "&&=" || operator === "??="
			? logicalOf(
					operator.slice(0, 2) as "||",
					before,
					right,
					run,
					target,
					node,
				)
			: binary(run, operator.slice(0, -1), before, right(), at);
	if (left.type === "MemberExpression")
		setMember(left, value, node.right, scope, run, at);
	else bind(left, value, scope, run, false);
	return value;
}

export function update(node: UpdateExpression, scope: Scope, run: Run): Value {
	const at = place(run, node);
	const before = evaluate(node.argument, scope, run);
	const after = binary(
		run,
		node.operator[0] as string,
		before,
		plain(1, at),
		at,
	);
	if (node.argument.type === "MemberExpression")
		setMember(node.argument, after, node, scope, run, at);
	else if (node.argument.type === "Identifier")
		setName(node.argument.name, after, scope, run);
	return node.prefix ? after : before;
}

function setMember(
	node: MemberExpression,
	value: Value,
	written: Expression | Pattern,
	scope: Scope,
	run: Run,
	at: Place,
): void {
	const receiver = evaluate(node.object, scope, run);
	const key = memberKey(node, scope, run);
	const keyAt = place(run, node.property);
	if (
		receiver.kind === "builtin" &&
		receiver.name === "process.env" &&
		key !== undefined
	) {
		mayChange(run, { born: 0 });
		run.assigned.set(key, value);
		return;
	}
	setProperty(
		receiver,
		key,
		value,
		{ keyAt, at, writtenAt: place(run, written) },
		run,
	);
}

/** Where it is open which object or which property is meant, it is no longer whole. */
function setProperty(
	receiver: Value,
	key: string | undefined,
	value: Value,
	places: {
		readonly keyAt: Place;
		readonly at: Place;
		readonly writtenAt: Place;
	},
	run: Run,
): void {
	if (receiver.kind === "choice") {
		for (const option of receiver.options)
			setProperty(
				option.value,
				key,
				unknown("it is set on one of several objects", places.at),
				places,
				run,
			);
		return;
	}
	if (receiver.kind !== "object" && receiver.kind !== "array") return;
	mayChange(run, receiver);
	if (key === undefined) {
		receiver.complete = false;
		return;
	}
	if (receiver.kind === "object") {
		receiver.properties.set(key, { value, ...places });
		return;
	}
	const index = Number(key);
	if (Number.isInteger(index) && index >= 0 && index <= receiver.items.length)
		receiver.items[index] = value;
	else receiver.complete = false;
}
