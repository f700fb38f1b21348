/** The text that a project's facts of a file were read from: what edits of those facts count in. Of what a package brings, its text as Edgewise knows it. */

import { packaged } from "./container/packaged.ts";
import { imagePath } from "./image-path.ts";
import type { Project } from "./model.ts";

export function textOf(project: Project, path: string): string {
	const brought = imagePath(path)?.replace("/etc/nginx/", "");
	if (brought !== undefined) return packaged.get(brought) ?? "";
	const file = project.files.find((candidate) => candidate.path === path);
	return file?.factsFrom ?? file?.text ?? "";
}
