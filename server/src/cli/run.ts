/** Finds the command, and turns what goes wrong into one line and exit code 2. */

import { check } from "./check.ts";
import { help } from "./help.ts";
import { listRules } from "./rules.ts";
import { serve } from "./serve.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map([
	["check", check],
	["rules", listRules],
	["server", serve],
]);

/** The exit code. Never rejects. */
export async function run(
	args: readonly string[],
	terminal: Terminal,
): Promise<number> {
	try {
		return await runCommand(args, terminal);
	} catch (error) {
		terminal.err(`edgewise: ${complaint(error)}\n`);
		return 2;
	}
}

async function runCommand(
	[name, ...args]: readonly string[],
	terminal: Terminal,
): Promise<number> {
	const isAsked = [name, ...args].some(
		(arg) => arg === "--help" || arg === "-h",
	);
	if (name === undefined || name === "help" || isAsked) {
		terminal.out(help);
		return 0;
	}
	if (name === "--version" || name === "-v") {
		terminal.out(`${version}\n`);
		return 0;
	}
	const command = commands.get(name);
	if (!command) {
		throw new UsageError(
			`unknown command ${name}; edgewise --help lists the commands`,
		);
	}
	return command(args, terminal);
}

function complaint(error: unknown): string {
	if (!(error instanceof Error)) return `internal error: ${error}`;
	const isUsage =
		error instanceof UsageError ||
		("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
	return isUsage ? error.message : `internal error: ${error.stack}`;
}
