/**
 * Asks the nginx of this machine about every case and compares its answers with verdicts.jsonl:
 * `node test/conformance/nginx/verdicts/record.ts`, with `--write` to write them.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, ask } from "../record.ts";
import { cases } from "./cases.ts";

const file = join(import.meta.dirname, "verdicts.jsonl");

if (process.argv[1] === import.meta.filename) main();

/** What is recorded, by name. */
export function recorded(): ReadonlyMap<string, Answer> {
	const lines = readFileSync(file, "utf8").trim().split("\n");
	return new Map(
		lines.map((line) => {
			const answer: Answer = JSON.parse(line);
			return [answer.name, answer];
		}),
	);
}

function main(): void {
	const binary = process.env.NGINX ?? "nginx";
	const directory = mkdtempSync(join(tmpdir(), "edgewise-nginx-"));
	try {
		const answers = cases().map(({ name, config }) =>
			JSON.stringify({
				name,
				...ask(binary, directory, Buffer.from(config).toString("latin1")),
			}),
		);
		if (process.argv.includes("--write"))
			writeFileSync(file, `${answers.join("\n")}\n`);
		else compare(answers);
		console.log(`${answers.length} answers of ${binary}`);
	} finally {
		rmSync(directory, { recursive: true });
	}
}

function compare(answers: readonly string[]): void {
	const before = readFileSync(file, "utf8").trim().split("\n");
	const same = new Set(before);
	for (const answer of answers.filter((each) => !same.has(each))) {
		console.error(`nginx:    ${answer}`);
		process.exitCode = 1;
	}
	if (before.length !== answers.length) process.exitCode = 1;
}
