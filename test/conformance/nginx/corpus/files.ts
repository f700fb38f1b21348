/** The files of the nginx corpora, by their path below the shared folder; none on a machine that does not have it. */

import { basename, relative } from "node:path";
import { corpus, filesBelow } from "../../../corpus.ts";

export const corpora = ["corpus/nginx-real", "corpus/nginx-h5bp"];

/** Relative to the corpus' folder. */
export function filesOf(name: string): readonly string[] {
	const folder = corpus(name);
	if (folder === undefined) return [];
	return filesBelow(folder)
		.filter((path) => basename(path) !== "LICENSE.txt")
		.map((path) => relative(folder, path));
}
