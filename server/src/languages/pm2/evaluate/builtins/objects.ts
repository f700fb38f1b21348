/** Object.assign and the functions between objects and lists. */

import type { Place } from "../../../../text/place.ts";
import { spreadInto } from "../literal.ts";
import { mayChange, newList, newObject, type Run } from "../run.ts";
import { plain, unknown, type Value } from "../value.ts";

export function assign(
	target: Value,
	sources: readonly Value[],
	run: Run,
	at: Place,
): Value {
	if (target.kind !== "object")
		return unknown("Object.assign of what is no object", at);
	mayChange(run, target);
	for (const source of sources) spreadInto(target, source, run, at);
	return target;
}

export function listed(name: string, value: Value, run: Run, at: Place): Value {
	if (value.kind === "array" && name === "Object.values") return value;
	if (value.kind !== "object")
		return unknown(`${name} of what is no object`, at);
	const items = [...value.properties].map(([text, property]): Value => {
		const key = plain(text, property.keyAt);
		if (name === "Object.keys") return key;
		if (name === "Object.values") return property.value;
		return newList(run, [key, property.value], property.at);
	});
	return newList(run, items, at, value.complete);
}

export function fromEntries(value: Value, run: Run, at: Place): Value {
	if (value.kind !== "array")
		return unknown("Object.fromEntries of what is no list", at);
	const object = newObject(run, at);
	object.complete = value.complete;
	for (const item of value.items) {
		const [key, own] = item.kind === "array" ? item.items : [];
		if (key?.kind === "plain" && own)
			object.properties.set(String(key.value), {
				value: own,
				keyAt: key.at,
				at: item.at,
				writtenAt: own.at,
			});
		else object.complete = false;
	}
	return object;
}
