/** JSON.parse and JSON.stringify. What was read from a file's text has no place of its own. */

import type { Place } from "../../../../text/place.ts";
import type { PlainValue } from "../../value.ts";
import { longestText } from "../operators.ts";
import { deeper, newList, newObject, type Run, step } from "../run.ts";
import { mapChoice, plain, unknown, type Value } from "../value.ts";

export function parseJson(value: Value, run: Run, at: Place): Value {
	return mapChoice(value, (each) => {
		if (each.kind !== "plain" || typeof each.value !== "string")
			return unknown("JSON that is only known at run time", at);
		try {
			return lift(JSON.parse(each.value), run, at);
		} catch (thrown) {
			if (thrown instanceof SyntaxError)
				return unknown("JSON that can't be parsed", at);
			throw thrown;
		}
	});
}

function lift(value: unknown, run: Run, at: Place): Value {
	step(run);
	if (Array.isArray(value))
		return deeper(run, () =>
			newList(
				run,
				value.map((item) => lift(item, run, at)),
				at,
			),
		);
	if (typeof value !== "object" || value === null)
		return plain(value as PlainValue, at);
	return deeper(run, () => {
		const object = newObject(run, at);
		for (const [key, own] of Object.entries(value))
			object.properties.set(key, {
				value: lift(own, run, at),
				keyAt: at,
				at,
				writtenAt: at,
			});
		return object;
	});
}

export function stringify(value: Value, run: Run, at: Place): Value {
	const text = written(value, run);
	return text === undefined || text.length > longestText
		? unknown("a JSON text that is only known at run time", at)
		: plain(text, at);
}

function written(value: Value, run: Run): string | undefined {
	step(run);
	if (value.kind === "plain") return JSON.stringify(value.value);
	if (value.kind === "array" && value.complete) {
		const items = deeper(run, () =>
			value.items.map((item) => written(item, run)),
		);
		return items.includes(undefined) ? undefined : `[${items.join(",")}]`;
	}
	if (value.kind !== "object" || !value.complete) return undefined;
	const members = deeper(run, () =>
		[...value.properties].map(([key, own]) => {
			const text = written(own.value, run);
			return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
		}),
	);
	return members.includes(undefined) ? undefined : `{${members.join(",")}}`;
}
