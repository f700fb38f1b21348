/** The errors that Edgewise finds in the corpora. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineAt, lineIndex } from "../../../../server/src/text/line-index.ts";
import { corpus } from "../../../corpus.ts";
import { findingsOf } from "../../../workspace.ts";
import { corpora, filesOf } from "./files.ts";

export interface Said {
	/** Below the shared folder. */
	readonly file: string;
	/** From 1 on. */
	readonly line: number;
	readonly rule: string;
	/** What is underlined, its first line. */
	readonly words: string;
}

export function errors(): readonly Said[] {
	return corpora.flatMap(errorsIn);
}

function errorsIn(name: string): readonly Said[] {
	const folder = corpus(name);
	if (folder === undefined) return [];
	const files = new Map(
		filesOf(name).map((path) => [
			join(folder, path),
			readFileSync(join(folder, path), "utf8"),
		]),
	);
	return findingsOf(files)
		.filter(({ severity }) => severity === "error")
		.map(({ at, rule }) => {
			const text = files.get(at.path) ?? "";
			const [words = ""] = text.slice(at.start, at.end).split("\n");
			return {
				file: join(name, at.path.slice(folder.length + 1)),
				line: lineAt(lineIndex(text), at.start) + 1,
				rule,
				words: words.length > 60 ? `${words.slice(0, 60)}…` : words,
			};
		});
}
