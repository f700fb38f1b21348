/** What the suite tells the host, and asks of it. */

/** How one of its tests ended. */
export interface Report {
	readonly name: string;
	/** Undefined: it passed. */
	readonly failure: string | undefined;
}

/** CSS: frames from the outside in, then the element. */
export type Selectors = readonly string[];

/** Is the element visible, or does it become so before long? Answered with a boolean. */
export interface Look {
	readonly selectors: Selectors;
	/** In milliseconds. */
	readonly patience: number;
}

export interface Picture {
	readonly name: string;
}
