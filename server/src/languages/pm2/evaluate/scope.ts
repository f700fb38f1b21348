/** Names and what they stand for, block by block. */

import type { Value } from "./value.ts";

export interface Scope {
	readonly parent: Scope | undefined;
	readonly names: Map<string, Value>;
	/** The scope of a function or module: `var` belongs here. */
	readonly isFunction: boolean;
	/** When it was made, counted with objects and lists. */
	readonly born: number;
}

export function newScope(
	parent: Scope | undefined,
	isFunction: boolean,
	born: number,
): Scope {
	return { parent, names: new Map(), isFunction, born };
}

/** The scope that has the name. */
export function holder(
	scope: Scope | undefined,
	name: string,
): Scope | undefined {
	for (let each = scope; each; each = each.parent)
		if (each.names.has(name)) return each;
	return undefined;
}

export function functionScope(scope: Scope): Scope {
	let each = scope;
	while (!each.isFunction && each.parent) each = each.parent;
	return each;
}
