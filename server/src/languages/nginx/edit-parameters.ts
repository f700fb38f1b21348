/** Edits of the words behind an upstream server's address. */

import { type Edit, insert } from "../../text/edit.ts";
import type { UpstreamServer } from "./facts.ts";
import type { Word } from "./tree.ts";

/** Behind the last word of the line. */
export function insertParameters(
	{ address, parameters }: UpstreamServer,
	words: readonly string[],
): Edit {
	const { path, end } = parameters.at(-1)?.at ?? address.at;
	return insert(path, end, words.map((word) => ` ${word}`).join(""));
}

/** Takes a word away, with the blanks before it. */
export function removeParameter(text: string, { at }: Word): Edit {
	const before = text.slice(0, at.start);
	return {
		path: at.path,
		start: before.length - (/\s*$/.exec(before)?.[0].length ?? 0),
		end: at.end,
		newText: "",
	};
}
