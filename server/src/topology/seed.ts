/** What a project grows from: the files that lie together, found by their names alone. */

export interface Seed {
	/** Absolute path; also what tells one project from another. */
	readonly directory: string;
	/** Compose files of this folder: those that compose loads by default, and those that only `-f` loads. */
	readonly compose: readonly string[];
	readonly ecosystems: readonly string[];
	/** Files that look like nginx's by their names; which of them this project loads is settled when it is built. */
	readonly nginx: readonly string[];
}
