/** What a check found, before it is printed. */

import type { RuledFinding } from "../../rules/check.ts";

export interface Report {
	/** Absolute. */
	readonly root: string;
	readonly projects: readonly {
		readonly name: string;
		readonly files: readonly string[];
	}[];
	/** Sorted by file, place and rule. */
	readonly findings: readonly RuledFinding[];
	/** How many files were read. */
	readonly files: number;
	readonly textOf: (path: string) => string;
}

export function counts({ findings }: Report): {
	error: number;
	warning: number;
	info: number;
	hint: number;
} {
	const count = { error: 0, warning: 0, info: 0, hint: 0 };
	for (const { severity } of findings) count[severity]++;
	return count;
}
