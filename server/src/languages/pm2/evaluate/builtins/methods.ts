/** Methods of values: lists have their own file, texts and numbers are here. */

import type { Place } from "../../../../text/place.ts";
import type { Invoke } from "../call.ts";
import { forget } from "../forget.ts";
import { longestText } from "../operators.ts";
import { newList, type Run } from "../run.ts";
import { plain, unknown, type Value } from "../value.ts";
import { listMethod } from "./lists.ts";

export function methodCall(
	receiver: Value,
	name: string,
	args: readonly Value[],
	invoke: Invoke,
	run: Run,
	at: Place,
): Value {
	if (receiver.kind === "array")
		return listMethod(receiver, name, args, invoke, run, at);
	if (receiver.kind === "plain") {
		const texts = args.map((each) =>
			each.kind === "plain" ? String(each.value) : undefined,
		);
		if (typeof receiver.value === "string" && !texts.includes(undefined))
			return textMethod(receiver.value, name, texts as string[], run, at);
		if (name === "toString" && receiver.value !== null && args.length === 0)
			return plain(String(receiver.value), at);
		return unknown(`the method ${name}`, at);
	}
	for (const each of args) forget(each, run);
	return unknown(`the method ${name}`, at);
}

function textMethod(
	value: string,
	name: string,
	args: readonly string[],
	run: Run,
	at: Place,
): Value {
	const [a = "", b = ""] = args;
	switch (name) {
		case "trim":
			return plain(value.trim(), at);
		case "toLowerCase":
			return plain(value.toLowerCase(), at);
		case "toUpperCase":
			return plain(value.toUpperCase(), at);
		case "toString":
			return plain(value, at);
		case "concat":
			return limited(
				() => value + args.join(""),
				value.length + args.join("").length,
				at,
			);
		case "replace":
			return plain(
				value.replace(a, () => b),
				at,
			);
		case "replaceAll":
			return a === ""
				? unknown("the method replaceAll of a text", at)
				: limited(
						() => value.replaceAll(a, () => b),
						(value.length / a.length) * (b.length + 1),
						at,
					);
		case "startsWith":
			return plain(value.startsWith(a), at);
		case "endsWith":
			return plain(value.endsWith(a), at);
		case "includes":
			return plain(value.includes(a), at);
		case "indexOf":
			return plain(value.indexOf(a), at);
		case "slice":
		case "substring": {
			const end = args.length > 1 ? Number(b) : undefined;
			return plain(value[name](Number(a), end), at);
		}
		case "repeat":
			return Number(a) >= 0
				? limited(() => value.repeat(Number(a)), value.length * Number(a), at)
				: unknown("a text that is repeated less than no time", at);
		case "padStart":
		case "padEnd":
			return limited(() => value[name](Number(a), b || " "), Number(a), at);
		case "split":
			return newList(
				run,
				args.length === 0
					? [plain(value, at)]
					: value.split(a).map((part) => plain(part, at)),
				at,
			);
		default:
			return unknown(`the method ${name} of a text`, at);
	}
}

function limited(make: () => string, length: number, at: Place): Value {
	return length > longestText
		? unknown("a text that is too long to evaluate", at)
		: plain(make(), at);
}
