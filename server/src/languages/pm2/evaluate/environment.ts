/** `process.env` while nobody runs the file: a variable is what the caller assumes, or open. */

import type { Place } from "../../../text/place.ts";
import { answerTo, isSet, narrowed, type Run } from "./run.ts";
import { choice, plain, type Unknown, type Value } from "./value.ts";

export function environmentVariable(run: Run, name: string, at: Place): Value {
	const assigned = run.assigned.get(name);
	if (assigned) return assigned;
	const value = run.assumed.get(name);
	if (value !== undefined) return plain(value, at);
	const { assumptions, decisions } = run.shared;
	const known = [...assumptions, ...decisions].find(
		({ condition, holds }) => holds && condition.test?.variable === name,
	);
	if (known?.condition.test) return plain(known.condition.test.equals, at);
	if (answerTo(run, isSet(name)) === false) return plain(undefined, at);
	return openVariable(name, at);
}

function openVariable(name: string, at: Place): Unknown {
	return {
		kind: "unknown",
		reason: `environment variable ${name}`,
		at,
		variable: name,
	};
}

/** The variable behind a value that only the environment decides. */
export function variableOf(value: Value): string | undefined {
	return value.kind === "unknown" ? value.variable : undefined;
}

/** `process.env.X === "text"`: true or false, each with its condition. */
export function comparison(
	run: Run,
	variable: string,
	text: string,
	equal: boolean,
	at: Place,
): Value {
	const condition = {
		text: `${variable} is ${text}`,
		otherwise: `${variable} is not ${text}`,
		test: { variable, equals: text },
	};
	return narrowed(run, {
		kind: "choice",
		at,
		options: [true, false].map((holds) => ({
			value: plain(holds === equal, at),
			condition,
			holds,
		})),
	});
}

/** `process.env.X || fallback`: the variable's own value where it is set. */
export function withFallback(
	run: Run,
	own: Unknown,
	variable: string,
	fallback: () => Value,
	at: Place,
): Value {
	const condition = isSet(variable);
	const answer = answerTo(run, condition);
	if (answer === true) return own;
	if (answer === false) return fallback();
	return choice(
		[
			{ value: own, condition, holds: true },
			{ value: fallback(), condition, holds: false },
		],
		at,
	);
}
