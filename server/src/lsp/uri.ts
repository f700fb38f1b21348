/** File URIs to paths and back. Other schemes (`git:`, `untitled:`) are no files of a project. */

import { resolve } from "../text/path.ts";

/** Undefined for what is no file. */
export function pathOf(uri: string): string | undefined {
	const match = /^file:\/\/[^/?#]*(\/[^?#]*)/.exec(uri);
	if (!match?.[1]) return undefined;
	try {
		const path = resolve("/", decodeURIComponent(match[1]));
		// VS Code writes drive letters in lower case, others do not.
		return path.replace(
			/^\/([A-Za-z]):/,
			(_, drive: string) => `/${drive.toLowerCase()}:`,
		);
	} catch {
		return undefined;
	}
}

/** As VS Code writes it: each part percent-encoded, the drive's colon too. */
export function uriOf(path: string): string {
	return `file://${path.split("/").map(encodePart).join("/")}`;
}

/** VS Code encodes all but RFC 3986's unreserved characters; JavaScript leaves five more as they are. */
function encodePart(part: string): string {
	return encodeURIComponent(part).replace(
		/[!'()*]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
