/** Edits of edgewise.json, which may not exist yet; comments and order of what is there stay. */

import { applyEdits, modify } from "jsonc-parser";
import { type Edit, insert, replace } from "../text/edit.ts";
import type { SettingsFile } from "./model.ts";

/** Appends a name to one of the lists of names. */
export function addName(
	file: SettingsFile,
	list: "statefulServices" | "scalableServices",
	name: string,
): readonly Edit[] {
	const { path, text } = file;
	if (text === undefined) {
		const created = `${JSON.stringify({ [list]: [name] }, null, 2)}\n`;
		return [{ ...insert(path, 0, created), create: true }];
	}
	const formattingOptions = { insertSpaces: true, tabSize: 2, eol: "\n" };
	const append = modify(text, [list, -1], name, {
		formattingOptions,
		isArrayInsertion: true,
	});
	const edits =
		append.length > 0
			? append
			: modify(text, [list], [name], { formattingOptions });
	// A file that is no JSON at all is left alone.
	if (applyEdits(text, edits) === text) return [];
	return edits.map(({ offset, length, content }) =>
		replace({ path, start: offset, end: offset + length }, content),
	);
}
