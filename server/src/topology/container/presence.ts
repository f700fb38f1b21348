/** Whether the workspace holds a path, told apart from what it can't tell: not read yet, ignored by git, outside of it. */

import { basename, dirname } from "../../text/path.ts";
import type { Lookup } from "../snapshot.ts";
import { leftOutOfGit } from "./git.ts";
import { notRead } from "./not-read.ts";

export type Presence =
	| { readonly kind: "file" | "directory" | "absent" }
	| { readonly kind: "unknown"; readonly reason: string };

/** A symbolic link counts as what the snapshot takes it for. */
export function presence(path: string, look: Lookup): Presence {
	if (path === "/") return { kind: "directory" };
	const directory = dirname(path);
	const siblings = look.directory(directory);
	const name = basename(path);
	const entry = siblings?.find((sibling) => sibling.name === name);
	if (entry) return { kind: entry.kind };
	// A listing may leave out what a reader is given all the same.
	if (look.file(path)) return { kind: "file" };
	if (look.missing.directories.has(directory) || look.missing.files.has(path))
		return { kind: "unknown", reason: notRead };
	const reason = leftOutOfGit(path, look);
	return reason === undefined
		? { kind: "absent" }
		: { kind: "unknown", reason };
}
