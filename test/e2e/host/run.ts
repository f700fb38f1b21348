/** What a host is asked to do, the same for browser and desktop. */

import type { Report } from "../suite/messages.ts";

export interface Run {
	/** Absolute paths, all of them. */
	readonly workspace: string;
	/** The extension under test; with `vsix` a stub, for the packaged one is installed. */
	readonly extension: string;
	/** CommonJS, exports `run(): Promise<void>`. */
	readonly suite: string;
	readonly vsix?: string;
	/** Settings, extensions and logs of this run. */
	readonly scratch: string;
	/** Where the pictures go that the suite asks for. */
	readonly pictures: string;
}

export interface Result {
	/** 0: the suite's `run` was fulfilled. */
	readonly code: number;
	readonly reports: readonly Report[];
	/** What VS Code said meanwhile; noisy. */
	readonly log: string;
}

/** A run that takes longer has hung. */
export const longest = 240_000;

export async function within<T>(
	promise: Promise<T>,
	log: () => string,
): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`VS Code did not end in time:\n${log()}`)),
			longest,
		);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
