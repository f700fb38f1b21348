/** What every answer to the client needs: what it can take, and how it names and counts its documents. */

import type { CheckedProject } from "../session/projects.ts";
import type { Client } from "./client.ts";

export interface Context {
	readonly client: Client;
	/** The text that places count in; undefined where it isn't known. */
	readonly textOf: (path: string) => string | undefined;
	/** As the client writes it, where it has the document open. */
	readonly uriOf: (path: string) => string;
	/** Undefined where the document is not open. */
	readonly versionOf: (path: string) => number | undefined;
}

/** The findings of a project count in the texts that it was built from. */
export function within(project: CheckedProject, context: Context): Context {
	return {
		...context,
		textOf: (path) => project.files.get(path)?.text ?? context.textOf(path),
	};
}
