/** A place in words, for hovers: `line 12`, with the file's name where it is another file. */

import { lineAt, lineIndex } from "../text/line-index.ts";
import { basename } from "../text/path.ts";
import type { Place } from "../text/place.ts";
import type { Project } from "../topology/model.ts";
import { textOf } from "../topology/text-of.ts";

export function where(at: Place, project: Project, from: string): string {
	const line = lineAt(lineIndex(textOf(project, at.path)), at.start) + 1;
	return at.path === from
		? `line ${line}`
		: `${basename(at.path)} line ${line}`;
}
