/** COPY and ADD: which file of the build context, or of an earlier stage, arrives at which path of the image. */

import type { Copy, Word } from "../../languages/dockerfile/facts.ts";
import { basename, isWithin, resolve } from "../../text/path.ts";
import type { BuildContext } from "./context.ts";
import { isPattern } from "./glob.ts";
import {
	entryTowards,
	isDirectory,
	type Layer,
	type Listing,
	mergeListings,
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
interface Arrival {
	readonly target: string;
	/** What stands at the target, or below it. */
	origin(path: string): Origin | undefined;
	/** Of the target's folder, or below it; undefined where it brings no folder. */
	list(directory: string): Listing | undefined;
	/** Undefined: what is at the target is not known. */
	readonly type: "file" | "directory" | undefined;
}

/** `directory`: where relative destinations count from; undefined: nobody knows. */
export function copyLayer(
	copy: Copy,
	from: CopySource,
	directory: string | undefined,
	below: Layer,
): Layer {
	const target = destination(copy, directory);
	if (target === undefined)
		return blurred(below, "a COPY leads to a path that is not known");
	let settled: readonly Arrival[] | undefined;
	const arrivals = () => {
		settled ??= arrivalsOf(copy, from, target, below);
		return settled;
	};
	const touches = (path: string) =>
		isWithin(target, path) || isWithin(path, target);
	return {
		origin(path) {
			if (!touches(path)) return below.origin(path);
			const found = originOf(path, arrivals());
			if (found) return found;
			const origin = below.origin(path);
			const leadsThere = arrivals().some(
				(arrival) => arrival.target !== path && isWithin(path, arrival.target),
			);
			return leadsThere && origin.kind === "absent"
				? { kind: "directory" }
				: origin;
		},
		list(path) {
			const own = below.list(path);
			if (!touches(path)) return own;
			return mergeListings(own, ...arrivals().map((one) => listed(one, path)));
		},
	};
}

/** What was absent may be there. */
export function blurred(below: Layer, reason: string): Layer {
	return {
		origin(path) {
			const origin = below.origin(path);
			return origin.kind === "absent" ? unknown(reason) : origin;
		},
		list(path) {
			const { entries, unknown: already } = below.list(path);
			return { entries, unknown: already ?? reason };
		},
	};
}

function destination(
	copy: Copy,
	directory: string | undefined,
): string | undefined {
	const { text, open } = copy.destination;
	if (open.length > 0) return undefined;
	const base = copy.directory ?? directory;
	if (text.startsWith("/")) return resolve("/", text);
	return base === undefined ? undefined : resolve(base, text);
}

function originOf(path: string, arrivals: readonly Arrival[]) {
	// Of two that bring the same path the later one wins.
	for (let i = arrivals.length - 1; i >= 0; i--) {
		const arrival = arrivals[i] as Arrival;
		if (!isWithin(arrival.target, path)) continue;
		const origin = arrival.origin(path);
		if (origin) return origin;
	}
	return undefined;
}

function listed(arrival: Arrival, directory: string): Listing {
	const { target } = arrival;
	if (isWithin(target, directory)) {
		const found = arrival.list(directory);
		if (found) return found;
	}
	const entry = entryTowards(directory, target, arrival.type ?? "file");
	return { entries: entry ? [entry] : [], unknown: undefined };
}

function arrivalsOf(
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
