/** What a script does to the files of a container. */

export type Effect =
	/** At `path` and below it something may be written. */
	| { readonly kind: "write"; readonly path: string; readonly by: string }
	| {
			readonly kind: "remove";
			readonly path: string;
			/** What lies in the folder, not the folder. */
			readonly inside: boolean;
	  }
	/** cp, mv, ln: what is at `from` is at `to`, or in it where that is a folder. */
	| {
			readonly kind: "copy";
			readonly from: string;
			readonly to: string;
			/** `to` is the new name, even where a folder has it: what lies in `from` goes into it. */
			readonly exact: boolean;
	  }
	/** envsubst reads `from` and writes `to`. */
	| {
			readonly kind: "render";
			readonly from: string;
			readonly to: string;
			readonly names: RenderedNames;
	  }
	/** A program runs that may write anywhere. */
	| { readonly kind: "anything"; readonly by: string };

/** What envsubst replaces: these names, set or not; the variables that are set; every name. */
export type RenderedNames = readonly string[] | "set" | "every";
