/** The configuration of an nginx in a container: its main file and includes, found in the container's own files. */

import { isGlob, matchGlob } from "../../languages/nginx/glob.ts";
import { parseNginx } from "../../languages/nginx/parse.ts";
import { readNginx } from "../../languages/nginx/read.ts";
import { render } from "../../languages/nginx/template.ts";
import type { NginxTree, Word } from "../../languages/nginx/tree.ts";
import { basename, dirname, resolve } from "../../text/path.ts";
import type { NginxInContainer } from "../container/nginx-image.ts";
import type { Layer } from "../container/origin.ts";
import { pathInImage } from "../image-path.ts";
import type { Site } from "../model.ts";
import type { Lookup } from "../snapshot.ts";
import { expand, type Included } from "./expand.ts";
import type { LoadedNginx } from "./loaded.ts";
import type { NamedPath, RenderedTemplate } from "./named-path.ts";
import { namedPath, namedPaths } from "./named-paths.ts";
import { nginxTree, soundNginx } from "./tree-of.ts";

/** `mainFile`: its path in the container. Undefined where nothing of the workspace is part of it. */
export function nginxInContainer(
	{ mainFile, version }: Pick<NginxInContainer, "mainFile" | "version">,
	given: Layer,
	site: Site,
	look: Lookup,
): LoadedNginx | undefined {
	const rendered = new Map<string, RenderedTemplate>();
	const files = watched(given, rendered);
	const first = treeAt(mainFile, files, look);
	if (!first.tree) return undefined;
	const prefix = dirname(mainFile);
	const includes: NamedPath[] = [];
	const expanded = expand(first.tree, (word) => {
		if (!isGlob(word.text))
			includes.push(namedPath("include", word, prefix, files));
		return include(word, prefix, files, look);
	});
	const trees = expanded.trees.filter(({ path }) => path.startsWith("/"));
	const [own] = trees;
	if (!own) return undefined;
	return {
		path: own.path,
		kind: "main",
		site,
		version,
		facts: readNginx(expanded.directives),
		complete: expanded.complete,
		trees,
		paths: [...includes, ...namedPaths(expanded.directives, prefix, files)],
		cycles: expanded.cycles,
		rendered: [...rendered.values()],
		mainFrom: mainFrom(mainFile, files),
	};
}

/** Relative names count from the folder of the main file (ngx_conf_full_name with conf_prefix). */
function include(
	{ text }: Word,
	prefix: string,
	files: Layer,
	look: Lookup,
): Included {
	const pattern = resolve(prefix, text);
	if (!isGlob(pattern)) {
		const { tree, known } = treeAt(pattern, files, look);
		return { trees: tree ? [tree] : [], complete: known };
	}
	const found = matching(pattern, files);
	const read = found.paths.map((path) => treeAt(path, files, look));
	return {
		trees: read.flatMap(({ tree }) => tree ?? []),
		complete: found.complete && read.every(({ known }) => known),
	};
}

function matching(
	pattern: string,
	files: Layer,
): { paths: readonly string[]; complete: boolean } {
	const above = dirname(pattern);
	const folders = isGlob(above)
		? matching(above, files)
		: { paths: [above], complete: true };
	let { complete } = folders;
	const paths = folders.paths.flatMap((folder) => {
		const { entries, unknown } = files.list(folder);
		if (unknown !== undefined) complete = false;
		return entries
			.filter(({ name }) => matchGlob(basename(pattern), name))
			.map(({ name }) => `${folder}/${name}`)
			.sort();
	});
	return { paths, complete };
}

/** The same files; the templates that are asked for are noted. */
function watched(
	{ list, origin }: Layer,
	rendered: Map<string, RenderedTemplate>,
): Layer {
	return {
		list,
		origin(path) {
			const found = origin(path);
			if (found.kind === "rendered")
				rendered.set(found.template, {
					path: found.template,
					variables: found.variables,
					complete: found.complete,
				});
			return found;
		},
	};
}

function mainFrom(mainFile: string, files: Layer): LoadedNginx["mainFrom"] {
	const origin = files.origin(mainFile);
	if (origin.kind !== "workspace") return undefined;
	const { by } = origin;
	const at = by.kind === "mount" ? by.mount.at : by.copy.at;
	return { path: mainFile, at };
}

/** `known: false`: something is there, or may be, that the workspace does not show. */
function treeAt(
	path: string,
	files: Layer,
	look: Lookup,
): { readonly tree: NginxTree | undefined; readonly known: boolean } {
	const origin = files.origin(path);
	switch (origin.kind) {
		case "workspace": {
			const file = origin.type === "file" ? look.file(origin.path) : undefined;
			return { tree: file && nginxTree(file), known: file !== undefined };
		}
		case "rendered": {
			const template = look.file(origin.template);
			return {
				tree: template && renderedTree(soundNginx(template), origin.variables),
				known: template !== undefined && origin.complete,
			};
		}
		case "inline": {
			const { value, at } = origin.content;
			return {
				tree: parseNginx(at.path, value, { place: () => at }),
				known: true,
			};
		}
		case "image":
			// Its places mean nothing in the workspace: the path says so.
			return {
				tree:
					origin.content === undefined
						? undefined
						: parseNginx(pathInImage(path), origin.content),
				known: true,
			};
		case "absent":
		case "directory":
			return { tree: undefined, known: true };
		case "unknown":
			return { tree: undefined, known: false };
	}
}

function renderedTree(
	template: { readonly path: string; readonly text: string },
	variables: ReadonlyMap<string, string | undefined>,
): NginxTree {
	const settled = new Map(
		[...variables].flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value] as const],
		),
	);
	const rendered = render(template.text, settled);
	return parseNginx(template.path, rendered.text, {
		place: (start, end) => ({
			path: template.path,
			...rendered.toSource({ start, end }),
		}),
	});
}
