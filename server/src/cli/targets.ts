/** What the paths of the command line ask for: folders to search for projects, and files whose projects are meant. */

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fromNative, toNative } from "../session/node-file-system.ts";
import type { CheckedProject } from "../session/projects.ts";
import { dirname, isWithin, resolve as join } from "../text/path.ts";
import { UsageError } from "./usage-error.ts";

export interface Targets {
	/** Searched for projects. */
	readonly roots: readonly string[];
	/** The one folder that holds them all; paths are printed as seen from it. */
	readonly root: string;
	readonly isWanted: (project: CheckedProject) => boolean;
}

interface Target {
	readonly path: string;
	readonly isFile: boolean;
	readonly root: string;
}

export async function readTargets(
	paths: readonly string[],
	cwd: string,
): Promise<Targets> {
	const targets = await Promise.all(paths.map((path) => target(path, cwd)));
	const roots = [...new Set(targets.map(({ root }) => root))];
	return {
		roots,
		root: roots.reduce(common),
		isWanted: ({ files, project }) =>
			targets.some(({ path, isFile }) =>
				isFile ? files.has(path) : isWithin(path, project.directory),
			),
	};
}

async function target(name: string, cwd: string): Promise<Target> {
	const native = resolve(cwd, name);
	const status = await stat(native).catch(() => undefined);
	if (!status) throw new UsageError(`${name}: can't be read`);
	const path = fromNative(native);
	if (status.isDirectory()) return { path, isFile: false, root: path };
	return { path, isFile: true, root: await rootOfFile(path, fromNative(cwd)) };
}

/** A file means the projects that read it, and those may begin further up: in its repository, or where the command was called. */
async function rootOfFile(path: string, cwd: string): Promise<string> {
	for (let folder = dirname(path); folder !== "/"; folder = dirname(folder)) {
		const git = toNative(join(folder, ".git"));
		if (await stat(git).catch(() => undefined)) return folder;
	}
	return isWithin(cwd, path) ? cwd : dirname(path);
}

function common(a: string, b: string): string {
	let folder = a;
	while (!isWithin(folder, b)) folder = dirname(folder);
	return folder;
}
