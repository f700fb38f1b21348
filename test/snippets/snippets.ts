/** The snippet files as the extension ships them. */

import { readFileSync } from "node:fs";
import { expand } from "./expand.ts";

export interface Snippet {
	readonly name: string;
	readonly prefix: string;
	readonly description: string;
	readonly body: string;
}

export type SnippetFile = "nginx" | "dockercompose";

export function snippetsOf(file: SnippetFile): readonly Snippet[] {
	const path = new URL(`../../snippets/${file}.json`, import.meta.url);
	const entries: [
		string,
		{ prefix: string; description: string; body: string[] },
	][] = Object.entries(JSON.parse(readFileSync(path, "utf8")));
	return entries.map(([name, { prefix, description, body }]) => ({
		name,
		prefix,
		description,
		body: body.join("\n"),
	}));
}

/** What is inserted when nothing is typed, below lines that are indented `depth` deep. */
export function inserted(file: SnippetFile, prefix: string, depth = 0): string {
	const snippet = snippetsOf(file).find(
		(candidate) => candidate.prefix === prefix,
	);
	if (!snippet) throw new Error(`no snippet ${prefix} in ${file}.json`);
	const indent = file === "nginx" ? "    " : "  ";
	const { text } = expand(snippet.body, indent);
	return text.replace(/^(?=.)/gm, indent.repeat(depth));
}
