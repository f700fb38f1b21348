/** MIME types, where a directive takes them or a `types` block lists them. */

import { mimeTypes } from "../../languages/nginx/catalog/mime-types.ts";
import type { StatementAt } from "../../languages/nginx/statement-at.ts";
import type { Completion } from "./item.ts";

export function mimeTypeCompletions({
	name,
	args,
	word,
	start,
	blocks,
}: StatementAt): readonly Completion[] {
	const inTypes = name === undefined && blocks.at(-1) === "types";
	if (!inTypes && !(name !== undefined && takes(name, args))) return [];
	return mimeTypes
		.filter((type) => !args.includes(type.name))
		.map((type) => ({
			label: type.name,
			detail: type.extensions.map((each) => `.${each}`).join(" "),
			kind: "value",
			newText: inTypes
				? `${type.name} ${type.extensions.join(" ")};`
				: type.name,
			isSnippet: false,
			replaces: { start, end: start + word.length },
		}));
}

/** gzip_types and its kin take any number. */
function takes(name: string, args: readonly string[]): boolean {
	return (
		/_types$/.test(name) ||
		(name === "default_type" && args.length === 0) ||
		(name === "add_header" &&
			args.length === 1 &&
			/^content-type$/i.test(args[0] ?? ""))
	);
}
