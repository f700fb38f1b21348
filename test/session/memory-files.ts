/** A disk in memory: what a test writes is there, answers can be held back, and every read is counted. */

import type {
	FileSystem,
	ListedEntry,
} from "../../server/src/session/file-system.ts";
import { dirname, resolve } from "../../server/src/text/path.ts";

export interface MemoryFiles extends FileSystem {
	write(path: string, text: string): void;
	/** A symbolic link; `target` is absolute. */
	link(path: string, target: string): void;
	/** A file, or a folder with all that is in it. */
	remove(path: string): void;
	/** Such a path can be listed, but neither read nor entered. */
	forbid(path: string): void;
	/** Answers for this path wait, with what is there when they were asked, until the returned function is called. */
	hold(path: string): () => void;
	/** What was read so far, files and folders, in order. */
	readonly reads: readonly string[];
}

export function memoryFiles(
	initial: Iterable<readonly [path: string, text: string]> = [],
): MemoryFiles {
	const texts = new Map(initial);
	const links = new Map<string, string>();
	const forbidden = new Set<string>();
	const held = new Map<string, Promise<void>>();
	const reads: string[] = [];

	/** As an operating system does it: link after link, and none after forty. */
	const follow = (path: string, left = 40): string | undefined => {
		if (left === 0) return undefined;
		if (path === "/") return path;
		const parent = follow(dirname(path), left - 1);
		if (parent === undefined) return undefined;
		const real = resolve(parent, path.slice(path.lastIndexOf("/") + 1));
		const target = links.get(real);
		return target === undefined ? real : follow(target, left - 1);
	};
	const isFolder = (real: string): boolean =>
		real === "/" ||
		[...texts.keys(), ...links.keys()].some((path) =>
			path.startsWith(`${real}/`),
		);
	const kindOf = (path: string): ListedEntry["kind"] | null => {
		const real = follow(path);
		if (real === undefined) return null;
		if (texts.has(real)) return "file";
		return isFolder(real) ? "directory" : null;
	};
	const list = (path: string): readonly ListedEntry[] | null => {
		const real = follow(path);
		if (real === undefined || forbidden.has(real) || !isFolder(real))
			return null;
		const start = real === "/" ? "/" : `${real}/`;
		const names = new Set(
			[...texts.keys(), ...links.keys()]
				.filter((each) => each.startsWith(start))
				.map((each) => each.slice(start.length).split("/")[0] ?? ""),
		);
		return [...names].flatMap((name): ListedEntry[] => {
			const kind = kindOf(start + name);
			if (kind === null) return [];
			return [
				links.has(start + name) ? { name, kind, linked: true } : { name, kind },
			];
		});
	};
	const answer = async <T>(path: string, ask: () => T): Promise<T> => {
		reads.push(path);
		const result = ask();
		await held.get(path);
		return result;
	};

	return {
		reads,
		read: (path) =>
			answer(path, () => {
				const real = follow(path);
				return real === undefined || forbidden.has(real)
					? null
					: (texts.get(real) ?? null);
			}),
		list: (path) => answer(path, () => list(path)),
		kind: async (path) => kindOf(path),
		real: async (path) => follow(path) ?? path,
		write: (path, text) => void texts.set(path, text),
		link: (path, target) => void links.set(path, target),
		remove(path) {
			for (const each of [...texts.keys(), ...links.keys()]) {
				if (each !== path && !each.startsWith(`${path}/`)) continue;
				texts.delete(each);
				links.delete(each);
			}
		},
		forbid: (path) => void forbidden.add(path),
		hold(path) {
			let release = () => {};
			held.set(
				path,
				new Promise((resolve) => {
					release = resolve;
				}),
			);
			return () => {
				held.delete(path);
				release();
			};
		},
	};
}
