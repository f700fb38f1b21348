/** A word of an instruction with its variables replaced and its place in the file. */

import { expand, type Scope } from "./expand.ts";
import type { Word } from "./facts.ts";
import type { LogicalLine } from "./lines.ts";
import type { RawWord } from "./words.ts";

export function wordOf(line: LogicalLine, raw: RawWord, scope: Scope): Word {
	return {
		...expand(raw.text, line.escapeToken, scope),
		at: line.place(raw.start, raw.end),
	};
}
