/** What a repository does not hold although it may lie beside it at run time: ignored files and submodules. */

import ignore, { type Ignore } from "ignore";
import { dirname, isWithin, relative, resolve } from "../../text/path.ts";
import { perFile } from "../parsed.ts";
import type { Lookup } from "../snapshot.ts";
import { notRead } from "./presence.ts";

/** Why a path that is missing may exist where the project runs; undefined: nothing says that it would. */
export function leftOutOfGit(path: string, look: Lookup): string | undefined {
	for (let directory = dirname(path); ; directory = dirname(directory)) {
		const rules = look.file(`${directory}/.gitignore`);
		const decided = rules && judge(rulesOf(rules), relative(directory, path));
		if (decided === "ignored") return "git ignores it";
		if (decided === "kept") return undefined;
		const entries = look.directory(directory);
		if (look.missing.directories.has(directory)) return notRead;
		if (entries?.some(({ name }) => name === ".git")) {
			return isInSubmodule(path, directory, look)
				? "it lies in a git submodule"
				: undefined;
		}
		if (directory === "/") return undefined;
	}
}

const rulesOf = perFile((file) => ignore().add(file.text));

function judge(rules: Ignore, path: string): "ignored" | "kept" | undefined {
	// Whether it would be a directory nobody knows; a rule for directories then counts too.
	const found = [rules.test(path), rules.test(`${path}/`)];
	if (found.some(({ ignored }) => ignored)) return "ignored";
	return found.some(({ unignored }) => unignored) ? "kept" : undefined;
}

function isInSubmodule(path: string, root: string, look: Lookup): boolean {
	const modules = look.file(`${root}/.gitmodules`)?.text ?? "";
	return [...modules.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*)$/gm)].some(
		(match) => isWithin(resolve(root, (match[1] ?? "").trim()), path),
	);
}
