/** A fix that changes a part of what is written at a place. */

import { type Edit, replace } from "../text/edit.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";

/** The last of them; nothing where the part is not written there as it is (a variable, an anchor). */
export function replacePart(
	at: Place,
	part: string,
	newText: string,
	project: Project,
): readonly Edit[] {
	const from = textOf(project, at.path)
		.slice(at.start, at.end)
		.lastIndexOf(part);
	if (from < 0) return [];
	const start = at.start + from;
	return [replace({ ...at, start, end: start + part.length }, newText)];
}
