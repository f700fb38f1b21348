/** The head of a location: its modifier may stand apart or glued to its pattern (ngx_http_core_location). */

import type { Located } from "../../../text/place.ts";
import type { Location } from "../facts.ts";
import type { Directive } from "../tree.ts";
import { partOf } from "../word.ts";

/** Undefined where the location has no pattern yet. */
export function readLocationHead({
	args,
}: Directive): Pick<Location, "modifier" | "pattern"> | undefined {
	const [first, second] = args;
	if (!first) return undefined;
	if (second) {
		const pattern: Located<string> = { value: second.text, at: second.at };
		return {
			modifier: modifiers.find((modifier) => modifier === first.text) ?? "",
			pattern,
		};
	}
	const modifier =
		modifiers.find((modifier) => first.text.startsWith(modifier)) ?? "";
	const from = modifier.length;
	return {
		modifier,
		pattern: {
			value: first.text.slice(from),
			at: partOf(first, from, first.text.length),
		},
	};
}

/** In the order in which nginx tries them: `~*` before `~`. */
const modifiers = ["=", "^~", "~*", "~", "@"] as const;
