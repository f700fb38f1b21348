/** The tree of an nginx file; while the present text is broken, of the last one that was not. */

import { parseNginx } from "../../languages/nginx/parse.ts";
import type { NginxTree } from "../../languages/nginx/tree.ts";
import { perFile } from "../parsed.ts";
import type { SourceFile } from "../snapshot.ts";

/** Of the present text, with its errors. */
export const presentTree = perFile(
	(file): NginxTree => parseNginx(file.path, file.text),
);

export function nginxTree(file: SourceFile): NginxTree {
	return presentTree(soundNginx(file));
}

/** The text that facts are read from. */
export function soundNginx(file: SourceFile): SourceFile {
	if (!file.lastGood || presentTree(file).errors.length === 0) return file;
	return file.lastGood;
}
