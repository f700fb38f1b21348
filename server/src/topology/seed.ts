/** What a project grows from: files that lie together, found by their names alone. */

export interface Seed {
	/** Tells one project from another, and stays while the workspace's file names stay. */
	readonly id: string;
	/** The folder that anchors it. */
	readonly directory: string;
	/** What one compose command loads; `default`: what compose finds in the folder by itself. */
	readonly compose: "default" | readonly string[] | undefined;
	/** Compose files of the folder that only `-f` loads. */
	readonly variants: readonly string[];
	readonly ecosystems: readonly string[];
	/** Files with names as nginx's have; which of them the project loads is settled when it is built. */
	readonly nginx: readonly string[];
}
