/** The options of `check`, settled and checked. */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fromNative } from "../session/node-file-system.ts";
import type { Settings } from "../topology/settings.ts";
import { readSettings } from "../topology/settings-file.ts";
import { UsageError } from "./usage-error.ts";

export type Format = "pretty" | "json" | "github";
export type FailOn = "error" | "warning" | "info" | "never";

export interface CheckOptions {
	readonly paths: readonly string[];
	readonly format: Format;
	readonly failOn: FailOn;
	readonly fix: boolean;
	/** What the command line says, over edgewise.json and its own defaults. */
	readonly overrides: Partial<Settings>;
}

export async function readOptions(
	args: readonly string[],
): Promise<CheckOptions> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			format: { type: "string" },
			"fail-on": { type: "string" },
			fix: { type: "boolean" },
			config: { type: "string" },
			env: { type: "string" },
			platform: { type: "string" },
		},
	});
	const standard = process.env.GITHUB_ACTIONS ? "github" : "pretty";
	const platform =
		values.platform &&
		oneOf("--platform", values.platform, ["any", "linux", "desktop"] as const);
	return {
		paths: positionals.length > 0 ? positionals : ["."],
		format: oneOf("--format", values.format ?? standard, [
			"pretty",
			"json",
			"github",
		] as const),
		failOn: oneOf("--fail-on", values["fail-on"] ?? "error", [
			"error",
			"warning",
			"info",
			"never",
		] as const),
		fix: values.fix ?? false,
		overrides: {
			...(values.config === undefined ? {} : await fromFile(values.config)),
			...(values.env === undefined ? {} : { environment: values.env }),
			...(platform ? { platform } : {}),
		},
	};
}

function oneOf<T extends string>(
	option: string,
	value: string,
	allowed: readonly T[],
): T {
	const found = allowed.find((each) => each === value);
	if (found === undefined)
		throw new UsageError(
			`${option} ${value}: must be one of ${allowed.join(", ")}`,
		);
	return found;
}

async function fromFile(path: string): Promise<Partial<Settings>> {
	const text = await readFile(path, "utf8").catch(() => {
		throw new UsageError(`--config ${path}: can't be read`);
	});
	const { settings, problems } = readSettings(fromNative(resolve(path)), text);
	const [problem] = problems;
	if (problem) throw new UsageError(`--config ${path}: ${problem.message}`);
	return settings;
}
