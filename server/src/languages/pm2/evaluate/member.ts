/** `object.key`, `list[0]`, `delete object.key`. */

import type { Expression, MemberExpression } from "acorn";
import type { Place } from "../../../text/place.ts";
import { builtinMember } from "./builtins/names.ts";
import { environmentVariable } from "./environment.ts";
import { evaluate } from "./expression.ts";
import { mayChange, narrowed, place, type Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { choice, plain, unknown, type Value } from "./value.ts";

export function member(node: MemberExpression, scope: Scope, run: Run): Value {
	const at = place(run, node);
	const receiver = evaluate(node.object, scope, run);
	const key = memberKey(node, scope, run);
	if (key === undefined)
		return unknown("a property whose name is only known at run time", at);
	if (
		node.optional &&
		receiver.kind === "plain" &&
		(receiver.value ?? undefined) === undefined
	)
		return plain(undefined, at);
	return narrowed(run, memberOf(receiver, key, run, at));
}

export function memberKey(
	node: MemberExpression,
	scope: Scope,
	run: Run,
): string | undefined {
	if (!node.computed)
		return node.property.type === "Identifier" ? node.property.name : undefined;
	if (node.property.type === "PrivateIdentifier") return undefined;
	const key = evaluate(node.property, scope, run);
	return key.kind === "plain" ? String(key.value) : undefined;
}

export function memberOf(
	receiver: Value,
	key: string,
	run: Run,
	at: Place,
): Value {
	switch (receiver.kind) {
		case "builtin":
			if (receiver.name === "process.env")
				return environmentVariable(run, key, at);
			return builtinMember(receiver.name, key, run.path, at);
		case "object":
			return (
				receiver.properties.get(key)?.value ??
				(receiver.complete
					? plain(undefined, at)
					: unknown(`${key} may come from what is spread in`, at))
			);
		case "array":
			if (key === "length")
				return receiver.complete
					? plain(receiver.items.length, at)
					: unknown("the length of a list that is not known whole", at);
			if (/^\d+$/.test(key))
				return (
					receiver.items[Number(key)] ??
					(receiver.complete
						? plain(undefined, at)
						: unknown("an item of a list that is not known whole", at))
				);
			return { kind: "method", receiver, name: key, at };
		case "plain":
			if (typeof receiver.value === "string") {
				if (key === "length") return plain(receiver.value.length, at);
				if (/^\d+$/.test(key)) return plain(receiver.value[Number(key)], at);
			}
			if (receiver.value === undefined || receiver.value === null)
				return unknown(`${key} of ${receiver.value}`, at);
			return { kind: "method", receiver, name: key, at };
		case "choice":
			return choice(
				receiver.options.map((option) => ({
					...option,
					value: memberOf(option.value, key, run, at),
				})),
				at,
			);
		case "unknown":
			return unknown(receiver.reason, at);
		default:
			return unknown(`${key} of a function`, at);
	}
}

export function deleteMember(node: Expression, scope: Scope, run: Run): Value {
	const at = place(run, node);
	if (node.type !== "MemberExpression") return plain(false, at);
	const receiver = evaluate(node.object, scope, run);
	const key = memberKey(node, scope, run);
	if (receiver.kind !== "object") return plain(true, at);
	mayChange(run, receiver);
	if (key === undefined) receiver.complete = false;
	else receiver.properties.delete(key);
	return plain(true, at);
}
