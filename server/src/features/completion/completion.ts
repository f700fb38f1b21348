/** What can be inserted at a place. */

import type { Span } from "../../text/place.ts";
import type { Project } from "../../topology/model.ts";
import { composeCompletions } from "./compose.ts";
import { nginxCompletions } from "./nginx.ts";
import { pm2Completions } from "./pm2.ts";

export interface Completion {
	readonly label: string;
	readonly detail: string;
	readonly kind: "snippet" | "field" | "value" | "target" | "file";
	readonly newText: string;
	/** `newText` is in LSP's snippet syntax. */
	readonly isSnippet: boolean;
	/** Markdown. */
	readonly documentation?: string;
	/** What nginx's documentation says of it: a key of dist/nginx-docs.json, looked up when somebody asks. */
	readonly describedBy?: string;
	/** What it takes the place of: the word that is being typed. */
	readonly replaces: Span;
}

/** The first is the likeliest. */
export function completions(
	project: Project,
	path: string,
	offset: number,
): readonly Completion[] {
	const file = project.files.find((each) => each.path === path);
	switch (file?.role) {
		case "nginx":
			return nginxCompletions(project, file, offset);
		case "compose":
			return composeCompletions(project, file, offset);
		case "pm2":
			return pm2Completions(project, file, offset);
		default:
			return [];
	}
}
