/**
 * What .dockerignore keeps out of a build (moby/patternmatcher). Unlike git's, a pattern counts
 * from the context's root, and `!` brings back what lies in a folder that is left out.
 */

import { perFile } from "../parsed.ts";
import type { Lookup } from "../snapshot.ts";
import { matchSegments } from "./glob.ts";

/** Whether a path, relative to the context, is left out. */
export type Ignored = (path: string) => boolean;

/** `<Dockerfile>.dockerignore` beside the Dockerfile, else .dockerignore in the context. */
export function dockerIgnored(
	context: string,
	dockerfile: string,
	look: Lookup,
): Ignored {
	const file =
		look.file(`${dockerfile}.dockerignore`) ??
		look.file(`${context}/.dockerignore`);
	if (!file) return () => false;
	const patterns = patternsOf(file);
	return (path) => {
		const segments = path.split("/").filter(Boolean);
		let ignored = false;
		for (const { segments: pattern, keeps } of patterns) {
			if (keeps !== ignored) continue;
			// A folder that matches takes with it all that it holds.
			const matches = segments.some((_, i) =>
				matchSegments(pattern, segments.slice(0, i + 1)),
			);
			if (matches) ignored = !keeps;
		}
		return ignored;
	};
}

const patternsOf = perFile((file) =>
	file.text.split("\n").flatMap((line) => {
		const text = line.trim();
		if (text === "" || text.startsWith("#")) return [];
		const keeps = text.startsWith("!");
		const segments = text
			.slice(keeps ? 1 : 0)
			.split("/")
			.filter((part) => part !== "" && part !== ".");
		return segments.length === 0 ? [] : [{ keeps, segments }];
	}),
);
