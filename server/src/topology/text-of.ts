/** The text that a project's facts of a file were read from: what edits of those facts count in. */

import type { Project } from "./model.ts";

export function textOf(project: Project, path: string): string {
	const file = project.files.find((candidate) => candidate.path === path);
	return file?.factsFrom ?? file?.text ?? "";
}
