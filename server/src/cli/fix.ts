/** `--fix`: writes every safe fix, project after project, for what one changes the next one may read. */

import { readFile, writeFile } from "node:fs/promises";
import { editsOf } from "../session/fix-file.ts";
import { preferredFixes } from "../session/fixes.ts";
import { toNative } from "../session/node-file-system.ts";
import type { CheckedProject } from "../session/projects.ts";
import type { Workspace } from "../session/workspace.ts";
import { applyEdits } from "../text/edit.ts";
import { UsageError } from "./usage-error.ts";

export interface Fixed {
	readonly title: string;
	readonly paths: readonly string[];
}

export async function fixEverything(
	workspace: Workspace,
	isWanted: (project: CheckedProject) => boolean,
): Promise<readonly Fixed[]> {
	const { projects, sources } = workspace;
	const fixed: Fixed[] = [];
	const ids = projects.all().filter(isWanted).map(idOf);
	for (const id of ids) {
		// As it is now: the fixes of another project may have changed it.
		const project = projects.all().find((each) => idOf(each) === id);
		if (!project) continue;
		const rounds = preferredFixes(project.trial, sources, () => true);
		const edits = editsOf(rounds, sources);
		for (const edit of edits) {
			const before = sources.file(edit.path)?.text;
			await write(edit.path, before, applyEdits(before ?? "", [edit]));
		}
		await workspace.touched(
			edits.map(({ path, create }) => ({
				path,
				kind: create ? "created" : "changed",
			})),
		);
		fixed.push(
			...rounds.flat().map(({ title, edits }) => ({
				title,
				paths: [...new Set(edits.map(({ path }) => path))],
			})),
		);
	}
	return fixed;
}

function idOf({ trial }: CheckedProject): string {
	return trial.seed.id;
}

/** `before`: undefined for a file that is new. */
async function write(
	path: string,
	before: string | undefined,
	after: string,
): Promise<void> {
	const native = toNative(path);
	try {
		if (before !== undefined) {
			const bytes = await readFile(native);
			// What is no UTF-8 was read with replacement characters: writing them would destroy it.
			if (!bytes.equals(Buffer.from(before)))
				throw new UsageError(`${native}: is not UTF-8, so it can't be fixed`);
		}
		await writeFile(native, after);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`${native}: can't be written`);
	}
}
