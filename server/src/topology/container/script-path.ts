/** The words of a script that name files. */

import type { ShellWord } from "../../languages/dockerfile/shell.ts";
import { resolve } from "../../text/path.ts";
import type { Effect } from "./effect.ts";
import { isPattern } from "./glob.ts";

/** A path with a variable, or below an unknown folder, may be any. */
export function write(
	word: ShellWord,
	here: string | undefined,
	by: string,
): Effect {
	const path = pathOf(word, here);
	if (path === undefined) return { kind: "anything", by };
	// `conf.d/*.conf`: some of the files in it.
	const parts = path.split("/");
	const pattern = parts.findIndex(isPattern);
	return {
		kind: "write",
		path: pattern < 0 ? path : parts.slice(0, pattern).join("/") || "/",
		by,
	};
}

/** `here`: the working directory. Undefined where a variable or an unknown folder decides. */
export function pathOf(
	word: ShellWord,
	here: string | undefined,
): string | undefined {
	if (word.open) return undefined;
	if (word.text.startsWith("/")) return resolve("/", word.text);
	return here === undefined ? undefined : resolve(here, word.text);
}
