/** File URIs to paths and back. Other schemes (`git:`, `untitled:`) are no files of a project. */

/** Undefined for what is no file. */
export function pathOf(uri: string): string | undefined {
	const match = /^file:\/\/[^/]*(\/[^?#]*)/.exec(uri);
	if (!match?.[1]) return undefined;
	try {
		const path = decodeURIComponent(match[1]);
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
	return `file://${path.split("/").map(encodeURIComponent).join("/")}`;
}
