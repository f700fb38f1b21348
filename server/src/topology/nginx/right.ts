/**
 * Statements that were found right, by what they say: most of a large configuration stands in it
 * many times, and in its next version again.
 */

import { detached } from "../../collections/once-per-text.ts";
import type { KnownDirective } from "../../languages/nginx/catalog/catalog.ts";
import type { Directive } from "../../languages/nginx/tree.ts";

/** What was said up to a word, and how it may go on. */
interface Said {
	readonly next: Map<string, Said>;
	isRight: boolean;
}

const said = new Map<KnownDirective, Said>();

/** Words, of all directives together: some megabytes. */
const most = 50_000;
let count = 0;

export function isKnownRight(
	{ args }: Directive,
	meant: KnownDirective,
): boolean {
	let at = said.get(meant);
	for (let i = 0; at && i < args.length; i++)
		at = at.next.get(args[i]?.text ?? "");
	return at?.isRight === true;
}

export function rememberRight(
	{ args }: Directive,
	meant: KnownDirective,
): void {
	if (count > most) {
		said.clear();
		count = 0;
	}
	let at = said.get(meant) ?? { next: new Map(), isRight: false };
	said.set(meant, at);
	for (const { text } of args) {
		let next = at.next.get(text);
		if (!next) {
			next = { next: new Map(), isRight: false };
			at.next.set(detached(text), next);
			count++;
		}
		at = next;
	}
	at.isRight = true;
}
