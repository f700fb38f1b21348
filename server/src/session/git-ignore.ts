/** What .gitignore files say of a path: the innermost that speaks of it decides. */

import ignore, { type Ignore } from "ignore";
import { isWithin, resolve } from "../text/path.ts";
import type { FileSystem } from "./file-system.ts";

/** One .gitignore: its rules hold below its directory. */
export interface GitIgnore {
	readonly directory: string;
	readonly rules: Ignore;
}

/** `file`: .gitignore, or where else git keeps such rules. */
export async function readGitIgnore(
	directory: string,
	files: FileSystem,
	file = ".gitignore",
): Promise<readonly GitIgnore[]> {
	const text = await files.read(resolve(directory, file));
	return text === null ? [] : [{ directory, rules: ignore().add(text) }];
}

/** `ignores` from the outermost on. */
export function isIgnored(
	path: string,
	kind: "file" | "directory",
	ignores: readonly GitIgnore[],
): boolean {
	for (const { directory, rules } of ignores.toReversed()) {
		if (path === directory || !isWithin(directory, path)) continue;
		const inside = path.slice(directory === "/" ? 1 : directory.length + 1);
		const { ignored, unignored } = rules.test(
			kind === "directory" ? `${inside}/` : inside,
		);
		if (ignored || unignored) return ignored;
	}
	return false;
}
