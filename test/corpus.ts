/** Other people's files, kept outside of the repository: configurations that parsers and rules are held against. */

import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const shared =
	process.env.EDGEWISE_SHARED ?? resolve(import.meta.dirname, "../../shared");

/** Absolute path of a corpus, or undefined on a machine that doesn't have it; tests then say so. */
export function corpus(name: string): string | undefined {
	const path = join(shared, name);
	return existsSync(path) ? path : undefined;
}

/** Every file below a folder, sorted. */
export function filesBelow(directory: string): string[] {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
