#!/usr/bin/env node

/** The command line: finds the command and turns what goes wrong into one line and exit code 2. */

import { check } from "./check.ts";
import { help } from "./help.ts";
import { listRules } from "./rules.ts";
import { serve } from "./serve.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

const commands: Readonly<
	Record<string, (args: readonly string[]) => Promise<number>>
> = {
	check,
	rules: listRules,
	server: serve,
};

async function main([name, ...args]: readonly string[]): Promise<number> {
	if (
		name === undefined ||
		name === "--help" ||
		name === "-h" ||
		name === "help"
	)
		return print(help);
	if (name === "--version" || name === "-v") return print(`${version}\n`);
	if (args.includes("--help") || args.includes("-h")) return print(help);
	const command = commands[name];
	if (!command)
		throw new UsageError(
			`unknown command ${name}; edgewise --help lists the commands`,
		);
	return command(args);
}

function print(text: string): number {
	process.stdout.write(text);
	return 0;
}

async function run(args: readonly string[]): Promise<void> {
	try {
		process.exitCode = await main(args);
	} catch (error) {
		const isUsage =
			error instanceof UsageError ||
			(error instanceof Error &&
				"code" in error &&
				String(error.code).startsWith("ERR_PARSE_ARGS"));
		process.stderr.write(
			`edgewise: ${isUsage && error instanceof Error ? error.message : `internal error: ${error instanceof Error ? error.stack : error}`}\n`,
		);
		process.exitCode = 2;
	}
}

// The bundle is CommonJS, which knows no await at its top level.
void run(process.argv.slice(2));
