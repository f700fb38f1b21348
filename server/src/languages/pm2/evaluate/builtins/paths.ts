/** node:path, on paths as places have them. */

import { relative, resolve } from "../../../../text/path.ts";
import type { Place } from "../../../../text/place.ts";
import { choice, plain, unknown, type Value } from "../value.ts";

/** `path.join`; with `base` `path.resolve`. */
export function joined(
	base: string | undefined,
	values: readonly Value[],
	at: Place,
): Value {
	const parts: string[] = [];
	for (const [i, value] of values.entries()) {
		if (value.kind === "choice") {
			const options = value.options.map((option) => ({
				...option,
				value: joined(
					base,
					[...values.slice(0, i), option.value, ...values.slice(i + 1)],
					at,
				),
			}));
			return choice(options, at);
		}
		if (value.kind !== "plain" || typeof value.value !== "string")
			return value.kind === "unknown"
				? unknown(value.reason, at)
				: unknown("a path that is no text", at);
		parts.push(value.value);
	}
	if (base !== undefined)
		return plain(
			parts.reduce((directory, part) => resolve(directory, part), base),
			at,
		);
	return plain(normalized(parts.filter(Boolean).join("/")), at);
}

function normalized(path: string): string {
	if (path.startsWith("/")) return resolve("/", path);
	const kept: string[] = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
		else kept.push(part);
	}
	return kept.join("/") || ".";
}

export function relativePath(
	from: Value,
	to: Value | undefined,
	at: Place,
): Value {
	const known =
		from.kind === "plain" &&
		typeof from.value === "string" &&
		from.value.startsWith("/") &&
		to?.kind === "plain" &&
		typeof to.value === "string" &&
		to.value.startsWith("/");
	return known
		? plain(relative(String(from.value), String(to.value)), at)
		: unknown("a path that is only known at run time", at);
}
