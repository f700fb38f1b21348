/** A project of the conformance suite: one file with `=== path` sections; an `=== args` section gives docker-compose its options. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ConformanceProject {
	readonly name: string;
	/** Relative path → text. */
	readonly files: ReadonlyMap<string, string>;
	/** Values of `-f`, relative; empty: compose looks for its files by itself. */
	readonly named: readonly string[];
	/** The section `=== expect`, where expectations are written by hand. */
	readonly expect: string | undefined;
	readonly hash: string;
}

export function projectsIn(folder: string): readonly ConformanceProject[] {
	const directory = join(import.meta.dirname, folder);
	return readdirSync(directory)
		.sort()
		.map((file) =>
			readProject(
				file.replace(/\.txt$/, ""),
				readFileSync(join(directory, file), "utf8"),
			),
		);
}

function readProject(name: string, text: string): ConformanceProject {
	const parts = text.split(/^=== (.+)\n/m);
	const sections = new Map<string, string>();
	for (let i = 1; i + 1 < parts.length; i += 2)
		sections.set(parts[i] ?? "", parts[i + 1] ?? "");
	const args = sections.get("args")?.trim().split(/\s+/) ?? [];
	const expect = sections.get("expect");
	sections.delete("args");
	sections.delete("expect");
	return {
		name,
		files: sections,
		named: args.filter((word) => word !== "-f" && word !== ""),
		expect,
		hash: createHash("sha256").update(text).digest("hex").slice(0, 16),
	};
}
