/** The project's own files, as its promises about itself are checked. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** In the folder and below it. Paths from the repository's root, with forward slashes. */
export function files(folder: string, ending: string): readonly string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(ending))
		.map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
		.sort();
}

export function read(path: string): string {
	return readFileSync(join(root, path), "utf8");
}

export interface Import {
	readonly from: string;
	/** A path from the repository's root, or a package. */
	readonly to: string;
}

const statement =
	/^(?:import|export)\s[^;]*?from\s"([^"]+)"|^import\s"([^"]+)"/gm;
const expression = /\bimport\(\s*"([^"]+)"/g;

export function imports(path: string): readonly Import[] {
	const text = read(path);
	return [...text.matchAll(statement), ...text.matchAll(expression)].map(
		([, first, second]) => {
			const specifier = first ?? second ?? "";
			const to = specifier.startsWith(".")
				? join(dirname(path), specifier).replaceAll("\\", "/")
				: specifier;
			return { from: path, to };
		},
	);
}
