/**
 * Includes of an nginx that runs on the host, as far as the workspace shows its files: the
 * workspace's folder of nginx.conf stands for /etc/nginx.
 */

import { isGlob, matchGlob } from "../../languages/nginx/glob.ts";
import type { NginxTree, Word } from "../../languages/nginx/tree.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import type { Lookup } from "../snapshot.ts";
import type { Included } from "./expand.ts";
import { nginxTree } from "./tree-of.ts";

/** What the packages bring by themselves, and what holds no upstream, server or location. */
const standard =
	/^(mime\.types|(fastcgi|scgi|uwsgi)(_params|\.conf)|proxy_params|koi-(utf|win)|win-utf|snippets\/(fastcgi-php|snakeoil)\.conf|modules-enabled\/.*|.*\/nginx\/modules\/.*)$/;

/** `prefix`: the folder of the main file; relative names count from it, whichever file includes (reference: ngx_conf_full_name). */
export function includeOnHost(
	prefix: string,
	look: Lookup,
): (pattern: Word) => Included {
	return ({ text }) => {
		const inside = text.replace(/^\/(?:usr\/local\/)?etc\/nginx\//, "");
		if (inside.startsWith("/"))
			return { trees: [], complete: standard.test(inside) };
		const path = resolve(prefix, inside);
		const trees = filesAt(path, look).flatMap((file): NginxTree[] => {
			const source = look.file(file);
			return source ? [nginxTree(source)] : [];
		});
		const found =
			trees.length > 0 ||
			(isGlob(path) && look.directory(dirname(path)) !== undefined);
		return { trees, complete: found || standard.test(inside) };
	};
}

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
