/**
 * Includes of an nginx that runs on the host, as far as the workspace shows its files: the
 * workspace's folder of nginx.conf stands for /etc/nginx.
 */

import { isGlob, matchGlob } from "../../languages/nginx/glob.ts";
import { parseNginx } from "../../languages/nginx/parse.ts";
import type { NginxTree, Word } from "../../languages/nginx/tree.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import { packaged } from "../container/packaged.ts";
import { pathInImage } from "../image-path.ts";
import type { Lookup } from "../snapshot.ts";
import type { Included } from "./expand.ts";
import { nginxTree } from "./tree-of.ts";

/** Where the packages put what loads modules: it holds no upstream, server or location. */
const modules = /^(modules-enabled\/.*|.*\/nginx\/modules\/.*)$/;

/** `prefix`: the folder of the main file; relative names count from it, whichever file includes (reference: ngx_conf_full_name). */
export function includeOnHost(
	prefix: string,
	look: Lookup,
): (pattern: Word) => Included {
	return ({ text }) => {
		const inside = text.replace(/^\/(?:usr\/local\/)?etc\/nginx\//, "");
		if (inside.startsWith("/"))
			return { trees: [], complete: modules.test(inside) };
		const path = resolve(prefix, inside);
		const trees = filesAt(path, look).flatMap((file): NginxTree[] => {
			const source = look.file(file);
			return source ? [nginxTree(source)] : [];
		});
		const found =
			trees.length > 0 ||
			(isGlob(path) && look.directory(dirname(path)) !== undefined);
		return found ? { trees, complete: true } : fromPackage(inside);
	};
}

function fromPackage(path: string): Included {
	if (!packaged.has(path)) return { trees: [], complete: modules.test(path) };
	const text = packaged.get(path);
	if (text === undefined) return { trees: [], complete: true };
	const tree =
		trees.get(path) ?? parseNginx(pathInImage(`/etc/nginx/${path}`), text);
	trees.set(path, tree);
	return { trees: [tree], complete: true };
}

/** Each is parsed once: what is found of a tree is remembered with it. */
const trees = new Map<string, NginxTree>();

function filesAt(path: string, look: Lookup): readonly string[] {
	if (!isGlob(path)) return [path];
	const folders = isGlob(dirname(path))
		? expandFolders(dirname(path), look)
		: [dirname(path)];
	return folders.flatMap((folder) =>
		(look.directory(folder) ?? [])
			.filter(
				(entry) =>
					entry.kind === "file" && matchGlob(basename(path), entry.name),
			)
			.map((entry) => `${folder}/${entry.name}`)
			.sort(),
	);
}

function expandFolders(pattern: string, look: Lookup): readonly string[] {
	const parents = isGlob(dirname(pattern))
		? expandFolders(dirname(pattern), look)
		: [dirname(pattern)];
	return parents.flatMap((parent) =>
		(look.directory(parent) ?? [])
			.filter(
				(entry) =>
					entry.kind === "directory" &&
					matchGlob(basename(pattern), entry.name),
			)
			.map((entry) => `${parent}/${entry.name}`),
	);
}
