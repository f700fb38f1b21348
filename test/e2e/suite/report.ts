/** What the suite says of each of its tests. */

export interface Report {
	readonly name: string;
	/** Undefined: it passed. */
	readonly failure: string | undefined;
}
