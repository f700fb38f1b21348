/** Names and what they stand for. A name is evaluated when it is first asked for, so that order does not matter. */

import type { Place } from "../../../text/place.ts";
import type { Value } from "./value.ts";
import { unknown } from "./value.ts";

export interface Scope {
	readonly parent: Scope | undefined;
	readonly names: Map<string, Binding>;
}

export interface Binding {
	value: Value | undefined;
	readonly compute: () => Value;
	computing: boolean;
}

export function newScope(parent: Scope | undefined): Scope {
	return { parent, names: new Map() };
}

export function declare(
	scope: Scope,
	name: string,
	compute: () => Value,
): void {
	scope.names.set(name, { value: undefined, compute, computing: false });
}

export function lookUp(
	scope: Scope,
	name: string,
	at: Place,
): Value | undefined {
	for (let each: Scope | undefined = scope; each; each = each.parent) {
		const binding = each.names.get(name);
		if (!binding) continue;
		if (binding.value) return binding.value;
		if (binding.computing) return unknown(`${name} is defined by itself`, at);
		binding.computing = true;
		binding.value = binding.compute();
		return binding.value;
	}
	return undefined;
}
