/**
 * Asks the nginx of this machine about every case and compares its answers with tokens.json:
 * `node test/conformance/nginx/record.ts`, with `--write` to write them. NGINX names another binary.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cases } from "./cases.ts";

export interface Answer {
	readonly name: string;
	/** The first `[emerg]` message, without file and line; absent: accepted. */
	readonly message?: string;
	readonly line?: number;
}

const file = join(import.meta.dirname, "tokens.json");

if (process.argv[1] === import.meta.filename) main();

function main(): void {
	const binary = process.env.NGINX ?? "nginx";
	const answers = askAll(binary);
	const text = `${JSON.stringify(answers, undefined, "\t")}\n`;
	if (process.argv.includes("--write")) writeFileSync(file, text);
	else if (readFileSync(file, "utf8") !== text) {
		const old = new Map(
			(JSON.parse(readFileSync(file, "utf8")) as Answer[]).map((answer) => [
				answer.name,
				JSON.stringify(answer),
			]),
		);
		for (const answer of answers) {
			const now = JSON.stringify(answer);
			if (old.get(answer.name) !== now)
				console.error(`recorded: ${old.get(answer.name)}\nnginx:    ${now}`);
		}
		process.exitCode = 1;
	}
	console.log(`${answers.length} answers of ${binary}`);
}

function askAll(binary: string): readonly Answer[] {
	const directory = mkdtempSync(join(tmpdir(), "edgewise-nginx-"));
	try {
		return cases().map(({ name, bytes }) => ({
			name,
			...ask(binary, directory, bytes),
		}));
	} finally {
		rmSync(directory, { recursive: true });
	}
}

export function ask(
	binary: string,
	directory: string,
	bytes: string,
): Omit<Answer, "name"> {
	const path = join(directory, "nginx.conf");
	writeFileSync(path, bytes, "latin1");
	const globals = `error_log stderr; pid ${directory}/nginx.pid;`;
	const run = spawnSync(
		binary,
		["-t", "-p", directory, "-c", path, "-g", globals],
		{ encoding: "utf8" },
	);
	if (run.error) throw run.error;
	if (run.status === 0) return {};
	const [, said = run.stderr] =
		/\[emerg\] [\d#]+: ([\s\S]*?)\n(?:nginx: |$)/.exec(run.stderr) ?? [];
	const where = said.lastIndexOf(` in ${path}:`);
	// A message may name the file once more; the folder is another each time.
	const message = (where === -1 ? said : said.slice(0, where))
		.replaceAll(`${directory}/`, "")
		.trim();
	if (where === -1) return { message };
	return {
		message,
		line: Number(said.slice(where + path.length + 5)),
	};
}
