/** Parse results, kept with the text they were made from: a text is parsed once, and forgotten with it. */

import type { SourceFile } from "./snapshot.ts";

/** `parse`, answered from memory for a file that it has seen. */
export function perFile<T>(
	parse: (file: SourceFile) => T,
): (file: SourceFile) => T {
	const known = new WeakMap<SourceFile, { readonly result: T }>();
	return (file) => {
		const hit = known.get(file);
		if (hit) return hit.result;
		const result = parse(file);
		known.set(file, { result });
		return result;
	};
}
