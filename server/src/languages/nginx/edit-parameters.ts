/** Edits of the words behind an upstream server's address. */

import { type Edit, insert } from "../../text/edit.ts";
import type { UpstreamServer } from "./facts.ts";

/** Behind the last word of the line. */
export function insertParameters(
	{ address, parameters }: UpstreamServer,
	words: readonly string[],
): Edit {
	const { path, end } = parameters.at(-1)?.at ?? address.at;
	return insert(path, end, words.map((word) => ` ${word}`).join(""));
}
