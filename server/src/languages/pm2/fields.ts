/** PM2's own names of an app's fields (tools/Config.js; schema.json). */

const aliases: Readonly<Record<string, string>> = {
	exec: "script",
	cmd: "script",
	command: "script",
	exec_interpreter: "interpreter",
	interpreter_args: "node_args",
};

/** The name that PM2 knows a field by: camelCase and aliases settled (6). */
export function fieldName(written: string): string {
	const snake = written.replace(
		/[A-Z]/g,
		(letter) => `_${letter.toLowerCase()}`,
	);
	// env_NAME is somebody's own name and keeps its letters.
	const name = /^env_/.test(written) ? written : snake;
	return aliases[name] ?? name;
}
