/**
 * Which projects a workspace holds. A project is anchored at a compose folder; PM2 and nginx
 * files join the nearest anchor above them, else the only one below, else they anchor a
 * project of their own.
 */

import { dirname, isWithin } from "../text/path.ts";
import {
	isComposeOverrideName,
	isDefaultComposeName,
	type NamedRole,
	roleByName,
} from "./roles.ts";
import type { Seed } from "./seed.ts";

interface Draft extends Seed {
	readonly ecosystems: string[];
	readonly nginx: string[];
}

/**
 * Folder → the projects whose files lie in it or below: each project's own folder, and those
 * of files that joined it from above. Several projects share one only where compose files of
 * one folder are alternatives.
 */
type Homes = Map<string, Draft[]>;

/** Groups files by their names; the result does not depend on the order of `paths`. */
export function discover(paths: readonly string[]): readonly Seed[] {
	const files = byDepth([...new Set(paths)]);
	const homes: Homes = new Map();
	for (const [directory, group] of groupBy(ofRole(files, "compose"), dirname)) {
		homes.set(directory, composeDrafts(directory, group));
	}
	for (const path of ofRole(files, "pm2")) {
		for (const draft of nearest(path, homes)) draft.ecosystems.push(path);
	}
	for (const path of ofRole(files, "nginx")) {
		for (const draft of nearest(path, homes)) draft.nginx.push(path);
	}
	return [...new Set([...homes.values()].flat())].sort((a, b) =>
		a.id < b.id ? -1 : 1,
	);
}

function composeDrafts(directory: string, files: readonly string[]): Draft[] {
	if (files.some(isDefaultComposeName)) {
		const variants = files.filter(
			(file) => !isDefaultComposeName(file) && !isComposeOverrideName(file),
		);
		return [draft(directory, directory, "default", variants)];
	}
	// Without a default name each file is started by itself with -f: alternatives, not parts.
	return files.map((file) => draft(file, directory, [file], []));
}

function draft(
	id: string,
	directory: string,
	compose: Seed["compose"],
	variants: readonly string[],
): Draft {
	return { id, directory, compose, variants, ecosystems: [], nginx: [] };
}

function nearest(path: string, homes: Homes): readonly Draft[] {
	const directory = dirname(path);
	for (let above = directory; ; above = dirname(above)) {
		const found = homes.get(above);
		if (found) return found;
		if (above === "/") break;
	}
	const below = new Set(
		[...homes]
			.filter(([home]) => isWithin(directory, home))
			.flatMap(([, drafts]) => drafts),
	);
	const anchors = new Set([...below].map((candidate) => candidate.directory));
	const joined =
		anchors.size === 1
			? [...below]
			: [draft(directory, directory, undefined, [])];
	homes.set(directory, joined);
	return joined;
}

function ofRole(files: readonly string[], role: NamedRole): string[] {
	return files.filter((path) => roleByName(path) === role);
}

/** Files further up first: where they join, files below them follow. */
function byDepth(paths: string[]): string[] {
	const depth = (path: string) => path.split("/").length;
	return paths.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

function groupBy(
	paths: readonly string[],
	key: (path: string) => string,
): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const path of paths) {
		const group = groups.get(key(path));
		if (group) group.push(path);
		else groups.set(key(path), [path]);
	}
	return groups;
}
