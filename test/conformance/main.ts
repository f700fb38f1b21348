/**
 * `npm run conformance`: asks the real nginx, docker-compose and PM2 anew what is recorded of
 * them, and ends with 1 where one answers otherwise. Words behind `--` go to every record script
 * (`--write`). What the machine lacks is installed first: see programs.ts.
 */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPrograms } from "./programs.ts";

const scripts = [
	"nginx/record.ts",
	"nginx/verdicts/record.ts",
	"nginx/verdicts/matrix.ts",
	"nginx/corpus/record.ts",
	"nginx/behaviour/record.ts",
	"compose/record.ts",
	"pm2/record.ts",
];

installPrograms();
const failed: string[] = [];
for (const script of scripts) {
	console.log(`\n${script}`);
	if (!(await run(script))) failed.push(script);
}
console.log(
	failed.length === 0
		? "\nAll answer as recorded."
		: `\nNot as recorded: ${failed.join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Each ends what it starts and removes what it writes, also when it is interrupted. */
function run(script: string): Promise<boolean> {
	const path = join(import.meta.dirname, script);
	const child = spawn(process.execPath, [path, ...process.argv.slice(2)], {
		stdio: "inherit",
	});
	const stop = (signal: NodeJS.Signals) => {
		child.kill(signal);
		child.once("close", () => process.exit(1));
	};
	process.on("SIGINT", stop).on("SIGTERM", stop);
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			process.off("SIGINT", stop).off("SIGTERM", stop);
			resolve(code === 0);
		});
	});
}
