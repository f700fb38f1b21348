/** What a COPY or ADD brings: one arrival for each of its sources and heredocs. */

import type { Copy, Word } from "../../languages/dockerfile/facts.ts";
import { basename, resolve } from "../../text/path.ts";
import type { BuildContext } from "./context.ts";
import { isPattern } from "./glob.ts";
import {
	isDirectory,
	type Layer,
	type Listing,
	moved,
	type Origin,
	unknown,
} from "./origin.ts";

/** Where sources are taken from: the context, or the files of a stage or image. */
export type CopySource =
	| { readonly kind: "context"; readonly context: BuildContext }
	| { readonly kind: "layer"; readonly layer: Layer }
	| { readonly kind: "unknown"; readonly reason: string };

/** One thing that is put somewhere. */
export interface Arrival {
	readonly target: string;
	/** What stands at the target, or below it. */
	origin(path: string): Origin | undefined;
	/** Of the target's folder, or below it; undefined where it brings no folder. */
	list(directory: string): Listing | undefined;
	/** Undefined: what is at the target is not known. */
	readonly type: "file" | "directory" | undefined;
}

/** `target`: the destination; `below`: the files before the instruction. */
export function arrivalsOf(
	copy: Copy,
	from: CopySource,
	target: string,
	below: Layer,
): readonly Arrival[] {
	const sources = copy.sources.flatMap((word) => expandSource(word, from));
	const many = copy.sources.length + copy.heredocs.length > 1;
	const intoFolder =
		many ||
		sources.length > 1 ||
		/\/\.?$/.test(copy.destination.text) ||
		isDirectory(below, target) === true ||
		standardFolders.has(target);
	const place = (name: string) => (intoFolder ? resolve(target, name) : target);
	return [
		...sources.map((source) => arrivalOf(copy, source, from, target, place)),
		...copy.heredocs.map(({ name, content }): Arrival => {
			const at = place(name);
			const { text, open } = content;
			return fixed(
				at,
				open.length > 0
					? unknown(`its text depends on ${open.join(", ")}`)
					: {
							kind: "inline",
							content: { value: text, at: content.at },
							by: { kind: "copy", copy },
						},
			);
		}),
	];
}

/** Folders of nginx's packages: a COPY to them without a slash goes into them even where the base image is not known. */
const standardFolders = new Set([
	"/etc/nginx",
	"/etc/nginx/conf.d",
	"/etc/nginx/sites-available",
	"/etc/nginx/sites-enabled",
	"/usr/share/nginx/html",
]);

type Source =
	| { readonly kind: "path"; readonly path: string }
	| {
			readonly kind: "unknown";
			readonly name: string;
			readonly reason: string;
	  };

function expandSource(word: Word, from: CopySource): readonly Source[] {
	const { text, open } = word;
	const name = basename(text.replace(/\/+$/, ""));
	const unclear = (reason: string): readonly Source[] => [
		{ kind: "unknown", name, reason },
	];
	if (open.length > 0)
		return unclear(`what COPY brings depends on ${open.join(", ")}`);
	if (/^[a-z+]+:\/\/|^git@/.test(text))
		return unclear(`ADD fetches it from ${text}`);
	if (from.kind === "unknown") return unclear(from.reason);
	if (from.kind === "layer")
		return isPattern(text)
			? unclear("COPY takes it from another stage")
			: [{ kind: "path", path: resolve("/", text) }];
	if (!isPattern(text))
		return [{ kind: "path", path: from.context.pathOf(text) }];
	const matches = from.context.match(text);
	return matches
		? matches.map((path) => ({ kind: "path", path }))
		: unclear(`the folder of ${text} can't be read`);
}

function arrivalOf(
	copy: Copy,
	source: Source,
	from: CopySource,
	target: string,
	place: (name: string) => string,
): Arrival {
	if (source.kind === "unknown") return vague(target, source.reason);
	if (copy.selective)
		return vague(target, "COPY chooses files by --parents or --exclude");
	const { path } = source;
	if (copy.kind === "add" && archive.test(path))
		return vague(target, `ADD unpacks ${basename(path)}`);
	if (from.kind === "layer")
		return fromLayer(copy, from.layer, path, target, place);
	if (from.kind === "unknown") return vague(target, from.reason);
	const { context } = from;
	const by = { kind: "copy", copy } as const;
	const found = context.has(path);
	switch (found.kind) {
		case "unknown":
			return vague(target, `${basename(path)}: ${found.reason}`);
		case "absent":
			return vague(target, `${basename(path)} is not in the build context`);
		case "file":
			return fixed(place(basename(path)), {
				kind: "workspace",
				path,
				type: "file",
				by,
			});
		case "directory":
			return {
				target,
				type: "directory",
				origin(asked) {
					const inside = moved(asked, target, path);
					const there = context.has(inside);
					if (there.kind === "absent") return undefined;
					if (there.kind === "unknown") return there;
					return { kind: "workspace", path: inside, type: there.kind, by };
				},
				list(asked) {
					const entries = context.list(moved(asked, target, path));
					return entries && { entries, unknown: undefined };
				},
			};
	}
}

const archive = /\.(tar|tgz|tbz2?|txz|tar\.(gz|bz2|xz|zst))$/;

function fromLayer(
	copy: Copy,
	layer: Layer,
	path: string,
	target: string,
	place: (name: string) => string,
): Arrival {
	const type = isDirectory(layer, path);
	if (type === undefined)
		return vague(target, `COPY takes it from ${copy.from?.text ?? "a stage"}`);
	if (!type) return fixed(place(basename(path)), layer.origin(path));
	return {
		target,
		type: "directory",
		origin(asked) {
			const origin = layer.origin(moved(asked, target, path));
			return origin.kind === "absent" ? undefined : origin;
		},
		list: (asked) => layer.list(moved(asked, target, path)),
	};
}

function fixed(target: string, origin: Origin): Arrival {
	return {
		target,
		type: "file",
		origin: (path) => (path === target ? origin : undefined),
		list: () => undefined,
	};
}

/** Something arrives at the target or below it. */
function vague(target: string, reason: string): Arrival {
	return {
		target,
		type: undefined,
		origin: () => unknown(reason),
		list: () => ({ entries: [], unknown: reason }),
	};
}
