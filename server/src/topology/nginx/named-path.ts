/** What an nginx in a container names and is given there: files, and templates that the image renders. */

import type { Word } from "../../languages/nginx/tree.ts";

/** A file that the configuration names. */
export interface NamedPath {
	readonly kind: "include" | "certificate" | "root";
	readonly word: Word;
	/** In the container; absolute. */
	readonly path: string;
	/** `unknown`: it may come from where the workspace does not show it. */
	readonly found: "there" | "absent" | "unknown";
	/** The file of the workspace that it is. */
	readonly source: string | undefined;
	/** A path in the container that is nearly the same and is there. */
	readonly near: string | undefined;
}

export interface RenderedTemplate {
	/** In the workspace. */
	readonly path: string;
	/** Every variable that is replaced; an undefined value is one that only the running container knows. */
	readonly variables: ReadonlyMap<string, string | undefined>;
	/** False: others may be replaced too. */
	readonly complete: boolean;
}
