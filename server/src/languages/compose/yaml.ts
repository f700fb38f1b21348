/**
 * A YAML document as plain data in which every node knows its place. Aliases and merge keys
 * are followed, so that readers see one shape; the place is the one where the text stands.
 */

import type { Place } from "../../text/place.ts";

/** The tags that compose gives a meaning (compose-spec, 13-merge.md). */
export type MergeTag = "!reset" | "!override";

export interface YamlScalar {
	readonly kind: "scalar";
	/** The text of the value, without quotes, numbers as the program prints them: `3000`, `true`, ``. */
	readonly text: string;
	/** What YAML 1.2's core schema, or go-yaml where it differs, makes of it. */
	readonly type: "string" | "number" | "boolean" | "null";
	readonly at: Place;
	readonly tag?: MergeTag;
	/** After interpolation: names of the variables whose value no file of the workspace settles, so that `text` is only the default. */
	readonly open?: readonly string[];
	/** How it stands in the file, where that differs: after interpolation, and for numbers like `0444`. */
	readonly written?: string;
}

export interface YamlEntry {
	readonly key: YamlScalar;
	readonly value: YamlNode;
}

export interface YamlMap {
	readonly kind: "map";
	readonly entries: readonly YamlEntry[];
	readonly at: Place;
	/** Written as `{ … }`. */
	readonly flow: boolean;
	readonly tag?: MergeTag;
}

export interface YamlSequence {
	readonly kind: "sequence";
	readonly items: readonly YamlNode[];
	readonly at: Place;
	/** Written as `[ … ]`. */
	readonly flow: boolean;
	readonly tag?: MergeTag;
}

export type YamlNode = YamlScalar | YamlMap | YamlSequence;

export interface YamlProblem {
	readonly message: string;
	readonly kind:
		| "syntax"
		| "key-repeated"
		| "merge-key-repeated"
		| "alias"
		| "tag"
		| "limit"
		/** Not YAML yet: see foreign-template.ts. */
		| "template";
	readonly at: Place;
	/** Behind it lies text that could not be read: the tree is not the whole file. */
	readonly broken: boolean;
}

export interface YamlFile {
	readonly path: string;
	/** A file may hold several documents; compose merges each onto the one before. */
	readonly documents: readonly YamlNode[];
	readonly comments: readonly Place[];
	readonly problems: readonly YamlProblem[];
}
