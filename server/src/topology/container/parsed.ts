/** The Dockerfiles of a project, each text parsed once for each set of build arguments. */

import type { Dockerfile } from "../../languages/dockerfile/facts.ts";
import { parseDockerfile } from "../../languages/dockerfile/parse.ts";
import { perFile } from "../parsed.ts";
import type { SourceFile } from "../snapshot.ts";

/** Of the text that is there now, with its problems. */
export function dockerfileOf(
	file: SourceFile,
	args: ReadonlyMap<string, string | undefined> = new Map(),
): Dockerfile {
	const known = byArguments(file);
	const key = JSON.stringify([...args].map(([name, text]) => [name, text]));
	const hit = known.get(key);
	if (hit) return hit;
	const parsed = parseDockerfile(file.path, file.text, { args });
	known.set(key, parsed);
	return parsed;
}

/** The text that facts are read from: the last good one while the present one is broken. */
export function soundDockerfile(file: SourceFile): SourceFile {
	if (!file.lastGood || dockerfileOf(file).problems.length === 0) return file;
	return file.lastGood;
}

const byArguments = perFile(() => new Map<string, Dockerfile>());
