/**
 * nginx files that no compose service loads: those of an nginx on the host, if the workspace
 * gives no reason to think otherwise.
 */

import type { NginxVersion } from "../../languages/dockerfile/nginx-version.ts";
import { readNginx } from "../../languages/nginx/read.ts";
import { isNginxConf, looksLikeNginx } from "../../languages/nginx/sniff.ts";
import type { NginxTree } from "../../languages/nginx/tree.ts";
import { basename, dirname } from "../../text/path.ts";
import type { Site } from "../model.ts";
import type { Lookup } from "../snapshot.ts";
import { expand } from "./expand.ts";
import type { LoadedNginx } from "./loaded.ts";
import { includeOnHost } from "./on-host.ts";
import { nginxTree } from "./tree-of.ts";

/** `paths`: files with names as nginx's have, that no service loads. */
export function strayNginxes(
	paths: readonly string[],
	site: Site,
	look: Lookup,
): readonly LoadedNginx[] {
	const trees = paths.flatMap((path): NginxTree[] => {
		const file = look.file(path);
		if (!file) return [];
		const named = basename(path) === "nginx.conf" && isNginxConf(file.text);
		return named || looksLikeNginx(file.text) ? [nginxTree(file)] : [];
	});
	const mains = trees.filter(isMain).map((tree) => loadMain(tree, site, look));
	const included = new Set(
		mains.flatMap(({ trees }) => trees.map(({ path }) => path)),
	);
	const rest = trees.filter(
		(tree) => !isMain(tree) && !included.has(tree.path),
	);
	return [...mains, ...fragments(rest, site)];
}

/** A workspace says nothing of what its host has installed. */
const unknownVersion: NginxVersion = { kind: "unknown" };

const nothingInContainer = {
	paths: [],
	cycles: [],
	rendered: [],
	mainFrom: undefined,
} as const;

/** A file with an events or http block is one that nginx starts from. */
function isMain(tree: NginxTree): boolean {
	return tree.directives.some(
		({ name, block }) => block && /^(events|http|stream|mail)$/.test(name.text),
	);
}

function loadMain(tree: NginxTree, site: Site, look: Lookup): LoadedNginx {
	const expanded = expand(tree, includeOnHost(dirname(tree.path), look));
	return {
		path: tree.path,
		kind: "main",
		site,
		version: unknownVersion,
		facts: readNginx(expanded.directives),
		complete: expanded.complete,
		trees: expanded.trees,
		...nothingInContainer,
		cycles: expanded.cycles,
	};
}

/** Fragments of one folder are taken to be included together; what else is loaded with them is not known. */
function fragments(
	trees: readonly NginxTree[],
	site: Site,
): readonly LoadedNginx[] {
	const folders = new Map<string, NginxTree[]>();
	for (const tree of trees) {
		const folder = folders.get(dirname(tree.path));
		if (folder) folder.push(tree);
		else folders.set(dirname(tree.path), [tree]);
	}
	return [...folders.values()].flatMap((group): LoadedNginx[] => {
		const [first] = group;
		if (!first) return [];
		const facts = readNginx(group.flatMap(({ directives }) => directives));
		return [
			{
				path: first.path,
				kind: "fragment",
				site,
				version: unknownVersion,
				facts,
				complete: false,
				trees: group,
				...nothingInContainer,
			},
		];
	});
}
