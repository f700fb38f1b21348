/** What nginx's documentation says, from the file beside the bundle: read when somebody first asks. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hover } from "../features/hover-text.ts";

let read: Promise<Readonly<Record<string, string>>> | undefined;

/** Markdown; undefined where there is none. A file that is not there says nothing. */
export async function documentation(key: string): Promise<string | undefined> {
	read ??= readFile(file(), "utf8")
		.then((text) => JSON.parse(text))
		.catch(() => ({}));
	const all = await read;
	return Object.hasOwn(all, key) ? all[key] : undefined;
}

export async function withDocumentation({
	markdown,
	describedBy,
}: Hover): Promise<string> {
	const more = describedBy && (await documentation(describedBy));
	return more ? `${markdown}\n\n---\n\n${more}` : markdown;
}

/** In a bundle it lies beside it; from the sources it is where the build left it. */
function file(): string {
	return typeof __dirname === "string"
		? join(__dirname, "nginx-docs.json")
		: join(import.meta.dirname, "../../../dist/nginx-docs.json");
}
