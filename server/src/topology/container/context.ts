/** The folder that a build takes its files from, without what .dockerignore keeps out. */

import type { Build } from "../../languages/compose/facts.ts";
import { relative, resolve } from "../../text/path.ts";
import type { DirectoryEntry, Lookup } from "../snapshot.ts";
import { dockerIgnored } from "./docker-ignore.ts";
import { isPattern, matchName } from "./glob.ts";
import { type Presence, presence } from "./presence.ts";

export interface BuildContext {
	/** The workspace's path of a COPY source; a leading slash means the context, and nothing leads out of it. */
	pathOf(source: string): string;
	/** Whether the build gets it. */
	has(path: string): Presence;
	/** What the build gets of a folder; undefined where it can't be read. */
	list(path: string): readonly DirectoryEntry[] | undefined;
	/** The paths that a source with `*`, `?` or `[` stands for; undefined where a folder can't be read. */
	match(source: string): readonly string[] | undefined;
}

/** Undefined where the context is a URL or depends on a variable. */
export function buildContext(
	build: Build,
	dockerfile: string,
	look: Lookup,
): BuildContext | undefined {
	if (!build.context || build.context.open.length > 0) return undefined;
	const root = build.context.value;
	const ignored = dockerIgnored(root, dockerfile, look);
	const isKept = (path: string) => !ignored(relative(root, path));
	const list = (path: string) =>
		look.directory(path)?.filter(({ name }) => isKept(resolve(path, name)));
	const pathOf = (source: string) =>
		resolve("/", `${root}/${resolve("/", source)}`);
	return {
		pathOf,
		list,
		has(path) {
			const found = presence(path, look);
			return found.kind !== "unknown" && path !== root && !isKept(path)
				? { kind: "absent" }
				: found;
		},
		match(source) {
			let found = [root];
			for (const part of resolve("/", source).split("/").filter(Boolean)) {
				const next: string[] = [];
				for (const path of found) {
					if (!isPattern(part)) {
						next.push(resolve(path, part));
						continue;
					}
					const entries = list(path);
					if (!entries) return undefined;
					for (const { name } of entries)
						if (matchName(part, name)) next.push(resolve(path, name));
				}
				found = next;
			}
			return found;
		},
	};
}
