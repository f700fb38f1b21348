/** Finds the files of a workspace that projects grow from, without looking into what nobody edits. */

import ignore, { type Ignore } from "ignore";
import picomatch from "picomatch";
import { relative, resolve } from "../text/path.ts";
import { isCandidate } from "../topology/roles.ts";
import type { FileSystem } from "./file-system.ts";

/** More directories than any workspace that is edited by hand has. */
const mostDirectories = 50_000;

const never = new Set([
	"node_modules",
	".git",
	".hg",
	".svn",
	"bower_components",
	".venv",
	"__pycache__",
]);

/** One .gitignore: its rules hold below its directory. */
interface GitIgnore {
	readonly directory: string;
	readonly rules: Ignore;
}

/** `exclude`: globs that count from the root. Sorted; each directory is walked once, whatever links lead to it. */
export async function scan(
	root: string,
	files: FileSystem,
	exclude: readonly string[],
): Promise<readonly string[]> {
	const isExcluded = excluder(root, exclude);
	const found: string[] = [];
	const seen = new Set<string>();
	let level: { directory: string; ignores: readonly GitIgnore[] }[] = [
		{ directory: root, ignores: [] },
	];
	while (level.length > 0 && seen.size < mostDirectories) {
		const next = await Promise.all(
			level.map(async ({ directory, ignores }) => {
				const real = await files.real(directory);
				if (seen.has(real)) return [];
				seen.add(real);
				const entries = (await files.list(directory)) ?? [];
				const own = entries.some(({ name }) => name === ".gitignore")
					? await gitIgnore(directory, files)
					: undefined;
				const all = own ? [...ignores, own] : ignores;
				return entries.flatMap(({ name, kind }) => {
					const path = resolve(directory, name);
					if (kind === "file") {
						if (isCandidate(path) && !isExcluded(path) && !isIgnored(path, all))
							found.push(path);
						return [];
					}
					if (never.has(name) || isExcluded(path) || isIgnored(`${path}/`, all))
						return [];
					return [{ directory: path, ignores: all }];
				});
			}),
		);
		level = next.flat();
	}
	return found.sort();
}

/** Whether the path is one that the user does not want to be looked at. */
export function excluder(
	root: string,
	globs: readonly string[],
): (path: string) => boolean {
	if (globs.length === 0) return () => false;
	const matches = picomatch([...globs], { dot: true, windows: false });
	return (path) => {
		const inside = relative(root, path);
		return matches(inside) || matches(`${inside}/`);
	};
}

async function gitIgnore(
	directory: string,
	files: FileSystem,
): Promise<GitIgnore | undefined> {
	const text = await files.read(resolve(directory, ".gitignore"));
	return text === null ? undefined : { directory, rules: ignore().add(text) };
}

/** The innermost .gitignore that speaks of the path decides. */
function isIgnored(path: string, ignores: readonly GitIgnore[]): boolean {
	for (const { directory, rules } of ignores.toReversed()) {
		const { ignored, unignored } = rules.test(
			path.slice(directory === "/" ? 1 : directory.length + 1),
		);
		if (ignored) return true;
		if (unignored) return false;
	}
	return false;
}
