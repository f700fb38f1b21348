/** Paths of files that an image or a package brings, and the workspace does not have: they are read, and can't be opened. */

const scheme = "image:";

export function pathInImage(path: string): string {
	return `${scheme}${path}`;
}

/** The file's own path, if it is such a one. */
export function imagePath(path: string): string | undefined {
	return path.startsWith(scheme) ? path.slice(scheme.length) : undefined;
}
