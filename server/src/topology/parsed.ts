/** Parse results, kept with the text they were made from: a text is parsed once, and forgotten with it. */

import { oncePer } from "../collections/once-per.ts";
import type { SourceFile } from "./snapshot.ts";

/** `parse`, answered from memory for a file that it has seen. */
export const perFile: <T>(
	parse: (file: SourceFile) => T,
) => (file: SourceFile) => T = oncePer;
