/** The options of `check`, settled and checked. */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fromNative } from "../session/node-file-system.ts";
import { lineIndex, positionAt } from "../text/line-index.ts";
import type { Settings } from "../topology/settings.ts";
import { readSettings } from "../topology/settings-file.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export type Format = "pretty" | "json" | "github";
export type FailOn = "error" | "warning" | "info" | "never";

export interface CheckOptions {
	readonly paths: readonly string[];
	readonly format: Format;
	readonly failOn: FailOn;
	readonly fix: boolean;
	/** Takes the place of every edgewise.json of the workspace. */
	readonly config: Config | undefined;
	/** What single options say; wins over edgewise.json. */
	readonly overrides: Partial<Settings>;
}

export interface Config {
	readonly path: string;
	readonly settings: Partial<Settings>;
}

export async function readOptions(
	args: readonly string[],
	{ cwd, env }: Pick<Terminal, "cwd" | "env">,
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
	const standard = env.GITHUB_ACTIONS ? "github" : "pretty";
	return {
		paths: positionals.length > 0 ? positionals : ["."],
		format: oneOf("--format", values.format ?? standard, [
			"pretty",
			"json",
			"github",
		]),
		failOn: oneOf("--fail-on", values["fail-on"] ?? "error", [
			"error",
			"warning",
			"info",
			"never",
		]),
		fix: values.fix ?? false,
		config:
			values.config === undefined
				? undefined
				: await readConfig(values.config, cwd),
		overrides: {
			...(values.env === undefined ? {} : { environment: values.env }),
			...(values.platform === undefined
				? {}
				: {
						platform: oneOf("--platform", values.platform, [
							"any",
							"linux",
							"desktop",
						]),
					}),
		},
	};
}

function oneOf<const T extends string>(
	option: string,
	value: string,
	allowed: readonly T[],
): T {
	const found = allowed.find((each) => each === value);
	if (found !== undefined) return found;
	throw new UsageError(
		`${option} ${value}: must be one of ${allowed.join(", ")}`,
	);
}

async function readConfig(name: string, cwd: string): Promise<Config> {
	const native = resolve(cwd, name);
	const text = await readFile(native, "utf8").catch(() => {
		throw new UsageError(`--config ${name}: can't be read`);
	});
	const path = fromNative(native);
	const { settings, problems } = readSettings(path, text);
	const [problem] = problems;
	if (!problem) return { path, settings };
	const { line, character } = positionAt(lineIndex(text), problem.at.start);
	throw new UsageError(
		`--config ${name}:${line + 1}:${character + 1}: ${problem.message.replace(/^edgewise\.json: /, "")}`,
	);
}
