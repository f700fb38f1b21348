/** What the suite tells the host. */

/** How one of its tests ended. */
export interface Report {
	readonly name: string;
	/** Undefined: it passed. */
	readonly failure: string | undefined;
}

/** That a picture is wanted, once something is visible. */
export interface Picture {
	readonly name: string;
	/** CSS: frames from the outside in, then the element; none: at once. */
	readonly selectors: readonly string[];
}
