/** The rules' pages. The bundler puts their texts in; from the sources they are read from their files. */

import { readdirSync, readFileSync } from "node:fs";

declare const EDGEWISE_PAGES: Readonly<Record<string, string>>;

export const pages: Readonly<Record<string, string>> =
	typeof EDGEWISE_PAGES === "object" ? EDGEWISE_PAGES : fromSources();

function fromSources(): Record<string, string> {
	const folder = new URL("../rules/", import.meta.url);
	const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
	return Object.fromEntries(
		names.map((name) => [
			name.slice(0, -3),
			readFileSync(new URL(name, folder), "utf8"),
		]),
	);
}
