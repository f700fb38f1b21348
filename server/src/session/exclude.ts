/** Globs of what is not to be looked at, from settings and editor. */

import picomatch from "picomatch";
import { relative } from "../text/path.ts";

export type IsExcluded = (path: string) => boolean;

/** The globs count from the directory; one that names a folder leaves out all that is in it. */
export function excluder(
	directory: string,
	globs: readonly string[],
): IsExcluded {
	const matchers = globs.flatMap((glob) => compile(glob) ?? []);
	return (path) => {
		if (matchers.length === 0) return false;
		const inside = relative(directory, path);
		return matchers.some((matches) => matches(inside) || matches(`${inside}/`));
	};
}

/** Undefined for what is no glob: it excludes nothing. */
function compile(glob: string): ((path: string) => boolean) | undefined {
	try {
		return picomatch(glob.replace(/^\.?\//, ""), {
			dot: true,
			windows: false,
			nonegate: true,
			noextglob: true,
		});
	} catch {
		return undefined;
	}
}
