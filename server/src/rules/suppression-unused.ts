/** A comment that suppresses nothing: the finding is gone, the rule's name is wrong, or none is named. */

import { replace } from "../text/edit.ts";
import type { Place } from "../text/place.ts";
import type { Suppression } from "../text/suppression.ts";
import type { Finding, Fix, RuleInfo } from "./rule.ts";

export const suppressionUnused: RuleInfo = {
	id: "suppression-unused",
	severity: "hint",
	summary: "A comment switches a rule off where that rule has nothing to say.",
};

/** What of the comment could go; `isUsed` says whether it took a finding of that rule back, `text` is the file's. */
export function unusedParts(
	suppression: Suppression,
	text: string,
	isUsed: (rule: string) => boolean,
): readonly Finding[] {
	if (suppression.rules.length === 0) {
		return [
			{
				message: "This comment names no rule, so it suppresses nothing.",
				at: suppression.at,
				tag: "unnecessary",
				fixes: [removeComment(suppression.at, text)],
			},
		];
	}
	const unused = suppression.rules.filter(({ value }) => !isUsed(value));
	const only = unused.length === suppression.rules.length;
	return unused.map(({ value, at }) => ({
		message: `${value} has nothing to say here, so this comment suppresses nothing.`,
		at,
		tag: "unnecessary",
		fixes:
			only && unused.length === 1 ? [removeComment(suppression.at, text)] : [],
	}));
}

function removeComment(at: Place, text: string): Fix {
	return {
		title: "Remove the comment",
		preferred: true,
		edits: () => [replace({ ...at, ...withItsLine(at, text) }, "")],
	};
}

/** A comment alone in its line takes the line along, one behind a statement the blanks before it. */
function withItsLine(at: Place, text: string): { start: number; end: number } {
	let start = at.start;
	while (/[ \t]/.test(text[start - 1] ?? "")) start--;
	const alone = start === 0 || text[start - 1] === "\n";
	const lineBreak = /^\r?\n/.exec(text.slice(at.end))?.[0] ?? "";
	return { start, end: alone ? at.end + lineBreak.length : at.end };
}
