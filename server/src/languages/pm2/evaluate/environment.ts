/** `process.env` while nobody runs the file: a variable is what the caller assumes, or open. */

import type { Place } from "../../../text/place.ts";
import type { StaticOption, StaticValue } from "../value.ts";
import { plain, unknown } from "./value.ts";

const prefix = "environment variable ";

export function environmentVariable(
	name: string,
	assumed: ReadonlyMap<string, string>,
	at: Place,
): StaticValue {
	const value = assumed.get(name);
	return value === undefined
		? unknown(`${prefix}${name}`, at)
		: plain(value, at);
}

/** The variable behind a value that only the environment decides. */
export function variableOf(value: StaticValue): string | undefined {
	return value.kind === "unknown" && value.reason.startsWith(prefix)
		? value.reason.slice(prefix.length)
		: undefined;
}

/** `process.env.X === "text"`: true or false, each with its condition. */
export function comparison(
	variable: string,
	text: string,
	equal: boolean,
	at: Place,
): StaticValue {
	const option = (holds: boolean): StaticOption => ({
		value: plain(holds === equal, at),
		when: `${variable} is ${holds ? "" : "not "}${text}`,
		test: { variable, equals: text, holds },
	});
	return { kind: "choice", options: [option(true), option(false)], at };
}

/** `process.env.X || fallback`: the variable's own value where it is set. */
export function withFallback(
	variable: string,
	fallback: StaticValue,
	at: Place,
): StaticValue {
	return {
		kind: "choice",
		at,
		options: [
			{
				value: unknown(`${prefix}${variable}`, at),
				when: `${variable} is set`,
			},
			{ value: fallback, when: `${variable} is not set` },
		],
	};
}
