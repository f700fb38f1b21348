/**
 * A case of the PM2 conformance suite: one file with `=== path` sections. `=== steps` gives the
 * pm2 commands (default: start the one ecosystem file), `=== environment` the shell's variables,
 * `=== daemon` those of PM2's daemon, `=== expect` what a later step must leave behind.
 *
 * Ports are written 3000 to 3019; a recording moves them to free ones and back.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Case {
	readonly name: string;
	/** Relative path → text. */
	readonly files: ReadonlyMap<string, string>;
	/** The file that the first step starts. */
	readonly ecosystem: string;
	readonly steps: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	/** Absent: the daemon that all cases share. */
	readonly daemon: Readonly<Record<string, string>> | undefined;
	readonly expect: { readonly ports: State["ports"] } | undefined;
	readonly hash: string;
}

export interface State {
	/** Exit code of the step's command. */
	readonly exit: number;
	/** In PM2's order; processes of one name and mode together. */
	readonly apps: readonly {
		readonly name: string;
		readonly mode: "cluster" | "fork";
		readonly instances: number;
		/** Those that PM2 gave up on. */
		readonly errored: number;
	}[];
	/** Port → name of the app → how many of its processes answer there. */
	readonly ports: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Recorded {
	readonly name: string;
	/** Of the case's text, so that a changed case is known to be recorded anew. */
	readonly hash: string;
	/** One for each step. */
	readonly states: readonly State[];
}

export const firstPort = 3000;
export const portCount = 20;
/** What the recording makes os.cpus() answer. */
export const processors = 4;

const directory = join(import.meta.dirname, "cases");

export function cases(): readonly Case[] {
	return readdirSync(directory)
		.sort()
		.map((file) => {
			const text = readFileSync(join(directory, file), "utf8");
			return readCase(file.replace(/\.txt$/, ""), text);
		});
}

const special = ["steps", "environment", "daemon", "expect"];

function readCase(name: string, text: string): Case {
	const parts = text.split(/^=== (.+)\n/m);
	const sections = new Map<string, string>();
	for (let i = 1; i + 1 < parts.length; i += 2)
		sections.set(parts[i] ?? "", parts[i + 1] ?? "");
	const files = new Map(
		[...sections].filter(([section]) => !special.includes(section)),
	);
	const ecosystem =
		[...files.keys()].find((path) => /^(?!package\.)[\w-]+\.\w+/.test(path)) ??
		"";
	const expect = sections.get("expect");
	const daemon = sections.get("daemon");
	return {
		name,
		files,
		ecosystem,
		steps: sections.get("steps")?.trim().split("\n") ?? [`start ${ecosystem}`],
		environment: variables(sections.get("environment") ?? ""),
		daemon: daemon === undefined ? undefined : variables(daemon),
		expect:
			expect === undefined
				? undefined
				: (JSON.parse(expect) as { ports: State["ports"] }),
		hash: createHash("sha256").update(text).digest("hex").slice(0, 16),
	};
}

function variables(text: string): Record<string, string> {
	return Object.fromEntries(
		text
			.trim()
			.split("\n")
			.filter((line) => line.includes("="))
			.map((line) => [
				line.slice(0, line.indexOf("=")),
				line.slice(line.indexOf("=") + 1),
			]),
	);
}

/** Values of one key together, in the order of their first. */
export function grouped<T>(
	values: readonly T[],
	keyOf: (value: T) => string,
): readonly (readonly [string, readonly [T, ...T[]]])[] {
	const groups = new Map<string, [T, ...T[]]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return [...groups];
}
