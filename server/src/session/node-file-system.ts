/** Files of this machine. Paths are as in file URIs: on Windows `/c:/app`. */

import { readdir, readFile, realpath, stat } from "node:fs/promises";
import type { DirectoryEntry } from "../topology/snapshot.ts";
import { type FileSystem, largestFile } from "./file-system.ts";

export const nodeFileSystem: FileSystem = {
	async read(path) {
		try {
			const native = toNative(path);
			const { size, isFile } = await status(native);
			if (!isFile || size > largestFile) return null;
			const bytes = await readFile(native);
			// A NUL in the beginning is how git tells a binary file too.
			if (bytes.subarray(0, 8000).includes(0)) return null;
			return bytes.toString("utf8");
		} catch {
			return null;
		}
	},

	async list(path) {
		try {
			const native = toNative(path);
			const entries = await readdir(native, { withFileTypes: true });
			const known = await Promise.all(
				entries.map(async (entry): Promise<DirectoryEntry | undefined> => {
					if (entry.isFile()) return { name: entry.name, kind: "file" };
					if (entry.isDirectory())
						return { name: entry.name, kind: "directory" };
					return entry.isSymbolicLink()
						? followed(native, entry.name)
						: undefined;
				}),
			);
			return known.filter((entry) => entry !== undefined);
		} catch {
			return null;
		}
	},

	async real(path) {
		try {
			return fromNative(await realpath(toNative(path)));
		} catch {
			return path;
		}
	},
};

async function followed(
	directory: string,
	name: string,
): Promise<DirectoryEntry | undefined> {
	try {
		const target = await stat(`${directory}/${name}`);
		return { name, kind: target.isDirectory() ? "directory" : "file" };
	} catch {
		return undefined;
	}
}

async function status(
	native: string,
): Promise<{ size: number; isFile: boolean }> {
	const found = await stat(native);
	return { size: found.size, isFile: found.isFile() };
}

export function toNative(path: string): string {
	return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}

export function fromNative(path: string): string {
	const slashes =
		process.platform === "win32" ? path.replaceAll("\\", "/") : path;
	return slashes.startsWith("/") ? slashes : `/${slashes}`;
}
