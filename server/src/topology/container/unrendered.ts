/** Templates of the official image that lie where it looks for them, and that nobody renders. */

import type { ContainerView } from "./view.ts";

const folder = "/etc/nginx/templates";

/** Why: the start script is passed by, or may not write; undefined where all is well or can't be known. */
export function unrenderedTemplates({
	files,
	nginx,
}: ContainerView): "entrypoint" | "command" | "read-only" | undefined {
	const { templates } = files;
	if (nginx.kind !== "nginx" || templates.kind !== "not-rendered")
		return undefined;
	if (templates.reason === "image") return undefined;
	const own = files
		.list(folder)
		.entries.filter(
			({ name }) =>
				name.endsWith(".template") &&
				files.origin(`${folder}/${name}`).kind === "workspace",
		);
	return own.length > 0 ? templates.reason : undefined;
}
