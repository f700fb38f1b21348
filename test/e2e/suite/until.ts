/** Waiting for the event that says it, never for time. */

import type { Event } from "vscode";

/** Nothing takes as long, unless it never comes. */
const longest = 20_000;

/** What `look` finds, now or after one of the events. `what`: for the message when it does not come. */
export function until<T>(
	event: Event<unknown>,
	look: () => T | undefined,
	what: () => string,
): Promise<T> {
	const now = look();
	if (now !== undefined) return Promise.resolve(now);
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			subscription.dispose();
			reject(new Error(`did not come: ${what()}`));
		}, longest);
		const subscription = event(() => {
			const found = look();
			if (found === undefined) return;
			clearTimeout(timer);
			subscription.dispose();
			resolve(found);
		});
	});
}
