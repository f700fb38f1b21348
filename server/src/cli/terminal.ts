/** Where the command runs and prints: the process itself, or what a test looks at. */

export interface Terminal {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Whether somebody looks at it who sees colours. */
	readonly isColored: boolean;
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
}

export function processTerminal(): Terminal {
	const { stdout, stderr, env } = process;
	// Whoever reads may have enough before all is written: `edgewise check | head`.
	stdout.on("error", () => process.exit());
	return {
		cwd: process.cwd(),
		env,
		isColored: !env.NO_COLOR && stdout.isTTY === true && env.TERM !== "dumb",
		out: (text) => stdout.write(text),
		err: (text) => stderr.write(text),
	};
}
