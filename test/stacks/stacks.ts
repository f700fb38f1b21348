/** Whole stacks in the fixture language, one in each file: those without a fault, and those that look faulty and are not. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Fixture, parseFixture, root } from "../fixture.ts";
import type { Files } from "../workspace.ts";

export interface Stack extends Pick<Fixture, "files"> {
	readonly name: string;
}

export function stacksIn(folder: "clean" | "silent"): readonly Stack[] {
	const path = join(import.meta.dirname, folder);
	return readdirSync(path).map((name) => ({
		name: name.replace(/\.txt$/, ""),
		files: parseFixture(readFileSync(join(path, name), "utf8")).files,
	}));
}

/** What the repository shows as right. */
export function exampleStacks(): readonly Stack[] {
	return ["vizora", "vizora-containers"].map((name) => ({
		name: `examples/${name}`,
		files: filesBelow(join(import.meta.dirname, "../../examples", name)),
	}));
}

function filesBelow(folder: string): Files {
	const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => statSync(join(folder, name)).isFile())
		.map(
			(name) =>
				[`${root}/${name}`, readFileSync(join(folder, name), "utf8")] as const,
		);
	return new Map(found);
}
