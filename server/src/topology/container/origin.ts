/** Where a path of a container comes from, as far as the workspace tells. */

import type { Mount } from "../../languages/compose/facts.ts";
import type { Copy } from "../../languages/dockerfile/facts.ts";
import type { Located } from "../../text/place.ts";
import type { DirectoryEntry } from "../snapshot.ts";

export type Origin =
	/** A file or directory of the workspace. */
	| {
			readonly kind: "workspace";
			readonly path: string;
			readonly type: "file" | "directory";
			readonly by: Provider;
	  }
	/** Text that stands in another file: a config's `content`, a heredoc. The place is that of the text as it is written there. */
	| {
			readonly kind: "inline";
			readonly content: Located<string>;
			readonly by: Provider;
	  }
	/** Written at start by envsubst. */
	| {
			readonly kind: "rendered";
			/** The workspace's file with the template. */
			readonly template: string;
			/** What is replaced, `$NAME` and `${NAME}` alike; an undefined value is one that only the running container knows. */
			readonly variables: ReadonlyMap<string, string | undefined>;
			/** False: names that are not in `variables` may be replaced too. */
			readonly complete: boolean;
			readonly by: Provider;
	  }
	/** Comes with the image. */
	| {
			readonly kind: "image";
			readonly type: "file" | "directory";
			/** Of the configuration files that decide what is loaded. */
			readonly content?: string;
	  }
	/** Made for what lies in it. */
	| { readonly kind: "directory" }
	/** Nobody provides it, and all who could are known. */
	| { readonly kind: "absent" }
	| { readonly kind: "unknown"; readonly reason: string };

/** What brings a path into the container. */
export type Provider =
	| { readonly kind: "mount"; readonly mount: Mount }
	| { readonly kind: "copy"; readonly copy: Copy };

export interface Listing {
	readonly entries: readonly DirectoryEntry[];
	/** Why there may be more; absent: these are all. */
	readonly unknown: string | undefined;
}

/** The files of a container after one of the steps that make them. Paths are absolute and settled. */
export interface Layer {
	origin(path: string): Origin;
	/** Of what is no directory: nothing. */
	list(directory: string): Listing;
}

export const absent: Origin = { kind: "absent" };

export const nothing: Listing = { entries: [], unknown: undefined };

export function unknown(reason: string): Origin {
	return { kind: "unknown", reason };
}

/** A layer of which nothing is known. */
export function unknownLayer(reason: string): Layer {
	return {
		origin: () => unknown(reason),
		list: () => ({ entries: [], unknown: reason }),
	};
}

/** `true`, `false`, or undefined where that can't be known. */
export function isDirectory(layer: Layer, path: string): boolean | undefined {
	const origin = layer.origin(path);
	switch (origin.kind) {
		case "unknown":
			return undefined;
		case "workspace":
		case "image":
			return origin.type === "directory";
		case "directory":
			return true;
		default:
			return false;
	}
}

/** The later entries win over earlier ones of the same name. */
export function mergeListings(...listings: readonly Listing[]): Listing {
	const entries = new Map<string, DirectoryEntry>();
	for (const listing of listings)
		for (const entry of listing.entries) entries.set(entry.name, entry);
	return {
		entries: [...entries.values()],
		unknown: listings.find((listing) => listing.unknown !== undefined)?.unknown,
	};
}

/** What `directory` holds because something is put at `path` below it: its first step on the way there. */
export function entryTowards(
	directory: string,
	path: string,
	kind: DirectoryEntry["kind"],
): DirectoryEntry | undefined {
	const prefix = directory === "/" ? "/" : `${directory}/`;
	if (!path.startsWith(prefix) || path === directory) return undefined;
	const [name = "", ...deeper] = path.slice(prefix.length).split("/");
	if (name === "") return undefined;
	return { name, kind: deeper.length > 0 ? "directory" : kind };
}

/** `path`, which is `from` or below it, moved to the same place below `to`. */
export function moved(path: string, from: string, to: string): string {
	const rest = path.slice(from === "/" ? 1 : from.length + 1);
	if (rest === "") return to;
	return to === "/" ? `/${rest}` : `${to}/${rest}`;
}
