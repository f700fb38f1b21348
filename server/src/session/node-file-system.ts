/** Files of this machine. Paths are as in file URIs: on Windows `/c:/app`. */

import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import {
	type FileSystem,
	type ListedEntry,
	largestFile,
} from "./file-system.ts";
import { limit } from "./limit.ts";

/** Files open at once, far below what any system allows one process. */
const mostAtOnce = 64;

/** `onRefused`: a file is there, but is too large or no text; said once for each path. */
export function nodeFileSystem(
	onRefused: (path: string, reason: string) => void = () => {},
): FileSystem {
	const inTurn = limit(mostAtOnce);
	const refused = new Set<string>();
	const refuse = (path: string, reason: string): null => {
		if (!refused.has(path)) onRefused(path, reason);
		refused.add(path);
		return null;
	};

	return {
		read: (path) =>
			orNull(() =>
				inTurn(async () => {
					const native = toNative(path);
					const status = await stat(native);
					if (!status.isFile()) return null;
					if (status.size > largestFile)
						return refuse(path, "larger than 4 MB");
					const bytes = await readFile(native);
					// A NUL in the beginning is how git tells a binary file too.
					if (bytes.subarray(0, 8000).includes(0))
						return refuse(path, "not text");
					return bytes.toString("utf8");
				}),
			),
		list: (path) =>
			orNull(() =>
				inTurn(async () => {
					const native = toNative(path);
					const entries = await readdir(native, { withFileTypes: true });
					const listed = await Promise.all(
						entries.map((entry) => listedEntry(native, entry)),
					);
					return listed.filter((entry) => entry !== undefined);
				}),
			),
		kind: (path) => orNull(() => inTurn(() => kindOf(toNative(path)))),
		real: async (path) =>
			(await orNull(async () => fromNative(await realpath(toNative(path))))) ??
			path,
	};
}

/** To a path as the operating system has it. */
export function toNative(path: string): string {
	return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}

export function fromNative(path: string): string {
	const slashes =
		process.platform === "win32"
			? path
					.replaceAll("\\", "/")
					.replace(/^[A-Z]:/, (drive) => drive.toLowerCase())
			: path;
	return slashes.startsWith("/") ? slashes : `/${slashes}`;
}

async function listedEntry(
	directory: string,
	entry: Dirent,
): Promise<ListedEntry | undefined> {
	const { name } = entry;
	if (entry.isFile()) return { name, kind: "file" };
	if (entry.isDirectory()) return { name, kind: "directory" };
	if (!entry.isSymbolicLink()) return undefined;
	const kind = await orNull(() => kindOf(`${directory}/${name}`));
	return kind ? { name, kind, linked: true } : undefined;
}

async function kindOf(native: string): Promise<ListedEntry["kind"] | null> {
	const status = await stat(native);
	if (status.isDirectory()) return "directory";
	return status.isFile() ? "file" : null;
}

/** Not there, no permission, a circle of links: all the same to who asks. */
async function orNull<T>(ask: () => Promise<T | null>): Promise<T | null> {
	try {
		return await ask();
	} catch {
		return null;
	}
}
