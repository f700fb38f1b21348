/** Calls: functions of the file, and those that are known by heart. Nothing is ever executed. */

import type { CallExpression, Expression, NewExpression } from "acorn";
import type { Place } from "../../../text/place.ts";
import { bind } from "./assign.ts";
import { builtinCall } from "./builtins/globals.ts";
import { methodCall } from "./builtins/methods.ts";
import { eachOption } from "./conditional.ts";
import { evaluate } from "./expression.ts";
import { forget } from "./forget.ts";
import { spreadItems } from "./literal.ts";
import { deeper, newList, place, type Run, step, Thrown } from "./run.ts";
import { newScope, type Scope } from "./scope.ts";
import { hoist, runStatements } from "./statements.ts";
import {
	type FunctionValue,
	plain,
	promise,
	unknown,
	type Value,
} from "./value.ts";

export function call(node: CallExpression, scope: Scope, run: Run): Value {
	const at = place(run, node);
	const callee = evaluate(node.callee, scope, run);
	if (
		node.optional &&
		callee.kind === "plain" &&
		(callee.value ?? undefined) === undefined
	)
		return plain(undefined, at);
	const { items, complete } = spreadItems(node.arguments, scope, run);
	if (!complete) {
		for (const item of items) forget(item, run);
		return unknown("a call whose arguments are only known at run time", at);
	}
	return apply(callee, items, run, node);
}

export function apply(
	callee: Value,
	args: readonly Value[],
	run: Run,
	node: Expression,
): Value {
	const at = place(run, node);
	switch (callee.kind) {
		case "function":
			return deeper(run, () => applyFunction(callee, args, run, at));
		case "builtin":
			if (callee.name === "require") return requireModule(args, run, at);
			return builtinCall(callee.name, args, invoker(run, node), run, at);
		case "method":
			return methodCall(
				callee.receiver,
				callee.name,
				args,
				invoker(run, node),
				run,
				at,
			);
		case "choice":
			return eachOption(
				callee,
				(option) => apply(option, args, run, node),
				run,
				node,
			);
		default:
			for (const argument of args) forget(argument, run);
			return unknown(
				callee.kind === "unknown"
					? callee.reason
					: "a call of what is no function",
				at,
			);
	}
}

export type Invoke = (callee: Value, ...args: Value[]) => Value;

function invoker(run: Run, node: Expression): Invoke {
	return (callee, ...args) => {
		step(run);
		return apply(callee, args, run, node);
	};
}

function requireModule(args: readonly Value[], run: Run, at: Place): Value {
	const [wanted] = args;
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

function applyFunction(
	{ node, scope }: FunctionValue,
	args: readonly Value[],
	run: Run,
	at: Place,
): Value {
	if (node.generator) return unknown("a generator", at);
	run.shared.made++;
	const inner = newScope(scope, true, run.shared.made);
	for (const [i, parameter] of node.params.entries()) {
		if (parameter.type === "RestElement")
			bind(
				parameter.argument,
				newList(run, args.slice(i), at),
				inner,
				run,
				true,
			);
		else bind(parameter, args[i] ?? plain(undefined, at), inner, run, true);
	}
	if (!node.async) return body(node, inner, run, at);
	attempt(() => body(node, inner, run, at));
	return promise(at);
}

function body(
	node: FunctionValue["node"],
	inner: Scope,
	run: Run,
	at: Place,
): Value {
	if (node.body.type !== "BlockStatement")
		return evaluate(node.body, inner, run);
	hoist(node.body.body, inner, run);
	const end = runStatements(node.body.body, inner, run);
	return end?.kind === "return" ? end.value : plain(undefined, at);
}

/** What an asynchronous function throws rejects its promise. */
function attempt(work: () => Value): void {
	try {
		work();
	} catch (thrown) {
		if (!(thrown instanceof Thrown)) throw thrown;
	}
}

export function construct(node: NewExpression, scope: Scope, run: Run): Value {
	const at = place(run, node);
	const callee = evaluate(node.callee, scope, run);
	const { items, complete } = spreadItems(node.arguments, scope, run);
	if (callee.kind === "builtin" && complete) {
		if (callee.name === "Promise") return promise(at);
		if (["Array", "Set", "String", "Number"].includes(callee.name))
			return builtinCall(callee.name, items, invoker(run, node), run, at);
	}
	for (const item of items) forget(item, run);
	return unknown("an object that is made at run time", at);
}
