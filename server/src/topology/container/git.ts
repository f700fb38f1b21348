/** What a repository does not hold although it may lie beside it at run time: ignored files and submodules. */

import ignore, { type Ignore } from "ignore";
import { dirname, isWithin, relative, resolve } from "../../text/path.ts";
import { type FolderAbove, fileIn, foldersFrom } from "../folders-above.ts";
import { perFile } from "../parsed.ts";
import type { Lookup } from "../snapshot.ts";
import { notRead } from "./not-read.ts";

/** Why a path that is missing may exist where the project runs; undefined: nothing says that it would. */
export function leftOutOfGit(path: string, look: Lookup): string | undefined {
	for (const folder of foldersFrom(dirname(path), look)) {
		if (look.missing.directories.has(folder.path)) return notRead;
		const rules = fileIn(folder, ".gitignore", look);
		const decided = rules && judge(rulesOf(rules), relative(folder.path, path));
		if (decided === "ignored") return "git ignores it";
		if (decided === "kept") return undefined;
		if (folder.isRoot && isInSubmodule(path, folder, look))
			return "it lies in a git submodule";
	}
	return undefined;
}

const rulesOf = perFile((file) => ignore().add(file.text));

function judge(rules: Ignore, path: string): "ignored" | "kept" | undefined {
	// Whether it would be a directory nobody knows; a rule for directories then counts too.
	const found = [rules.test(path), rules.test(`${path}/`)];
	if (found.some(({ ignored }) => ignored)) return "ignored";
	return found.some(({ unignored }) => unignored) ? "kept" : undefined;
}

function isInSubmodule(path: string, root: FolderAbove, look: Lookup): boolean {
	const modules = fileIn(root, ".gitmodules", look)?.text ?? "";
	return [...modules.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*)$/gm)].some(
		(match) => isWithin(resolve(root.path, (match[1] ?? "").trim()), path),
	);
}
