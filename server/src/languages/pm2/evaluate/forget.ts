/** What somebody unknown may have changed is no longer known. */

import type { Node } from "acorn";
import { mayChange, place, type Run, step } from "./run.ts";
import { holder, type Scope } from "./scope.ts";
import { unknown, type Value } from "./value.ts";

/** A value that was handed to a function that is not known; a function may be called any number of times. */
export function forget(
	value: Value,
	run: Run,
	known: ReadonlySet<Node> = new Set(),
): void {
	switch (value.kind) {
		case "choice":
			for (const option of value.options) forget(option.value, run, known);
			return;
		case "function":
			if (known.has(value.node)) return;
			forgetChanges(
				value.node.body,
				value.scope,
				run,
				"it may be changed by a function that is called at run time",
				new Set([...known, value.node]),
			);
			return;
		case "object":
		case "array":
			mayChange(run, value);
			value.complete = false;
			return;
		default:
			return;
	}
}

/** Everything that a piece of code may change, where it is not known how often it runs. `known`: functions that are being looked through. */
export function forgetChanges(
	node: Node,
	scope: Scope,
	run: Run,
	reason: string,
	known: ReadonlySet<Node> = new Set(),
): void {
	for (const name of changedNames(node, run)) {
		const found = holder(scope, name);
		const value = found?.names.get(name);
		if (!found || !value) continue;
		switch (value.kind) {
			case "object":
			case "array":
			case "function":
				forget(value, run, known);
				break;
			case "builtin":
				break;
			default:
				mayChange(run, found);
				found.names.set(name, unknown(reason, place(run, node)));
		}
	}
}

/** Names at the root of what is assigned to, called, or handed to a call. */
function changedNames(node: Node, run: Run): ReadonlySet<string> {
	const names = new Set<string>();
	const pending: { node: unknown; changed: boolean }[] = [
		{ node, changed: false },
	];
	for (let each = pending.pop(); each; each = pending.pop()) {
		step(run);
		const current = each.node;
		if (Array.isArray(current)) {
			for (const item of current)
				pending.push({ node: item, changed: each.changed });
			continue;
		}
		if (!isNode(current)) continue;
		if (each.changed && current.type === "Identifier")
			names.add((current as { name?: string }).name ?? "");
		for (const [key, child] of Object.entries(current)) {
			if (typeof child !== "object" || child === null) continue;
			pending.push({
				node: child,
				changed:
					changes(current.type, key) ||
					(each.changed &&
						current.type === "MemberExpression" &&
						key === "object"),
			});
		}
	}
	return names;
}

function changes(type: string, key: string): boolean {
	switch (type) {
		case "AssignmentExpression":
			return key === "left";
		case "UpdateExpression":
			return key === "argument";
		case "CallExpression":
			return true;
		case "ForOfStatement":
		case "ForInStatement":
			return key === "left";
		default:
			return false;
	}
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "type" in value;
}
