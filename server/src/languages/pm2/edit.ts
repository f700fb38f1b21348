/** Edits of an ecosystem file that keep comments, order and style of what they do not change. */

import { type Edit, insert, replace } from "../../text/edit.ts";
import type { App } from "./facts.ts";

/** Gives a field of an app a value, written as code; adds it behind the app's last field where it is missing. */
export function setField(
	text: string,
	app: App,
	name: string,
	code: string,
): readonly Edit[] {
	const field = app.fields.get(name);
	if (field) return [replace(field.value.at, code)];
	const last = [...app.fields.values()]
		.filter(({ at }) => at.path === app.at.path)
		.at(-1);
	if (!last) return [];
	const { path, start, end } = last.at;
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
	const quote = text[last.nameAt.start];
	const key = quote === '"' || quote === "'" ? `${quote}${name}${quote}` : name;
	const comma = /^\s*,/.exec(text.slice(end))?.[0];
	const onItsLine = text.slice(lineStart, start).trim() === "";
	const separator = onItsLine ? `\n${indent}` : " ";
	if (comma)
		return [
			insert(
				path,
				end + comma.length,
				`${separator}${key}: ${code}${onItsLine ? "," : ""}`,
			),
		];
	return [insert(path, end, `,${separator}${key}: ${code}`)];
}
