/**
 * Asks the nginx of this machine what it refuses in every file of the corpora, and compares its
 * answers with corpus.jsonl: `node test/conformance/nginx/corpus/record.ts`, with `--write` to
 * write them.
 */

import {
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpus } from "../../../corpus.ts";
import { type Refusal, refusals } from "./ask.ts";
import { corpora, filesOf } from "./files.ts";

const file = join(import.meta.dirname, "corpus.jsonl");

/** `file`: below the shared folder. */
export type Recorded = Refusal & { readonly file: string };

if (process.argv[1] === import.meta.filename) main();

export function recorded(): readonly Recorded[] {
	const lines = readFileSync(file, "utf8").trim().split("\n");
	return lines.map((line) => JSON.parse(line));
}

function main(): void {
	const binary = process.env.NGINX ?? "nginx";
	const answers = corpora.flatMap((name) => answersOf(binary, name));
	if (answers.length === 0) {
		console.log("The corpora are not on this machine.");
		return;
	}
	if (process.argv.includes("--write"))
		writeFileSync(file, `${answers.join("\n")}\n`);
	else compare(answers);
	console.log(`${answers.length} refusals of ${binary}`);
}

function answersOf(binary: string, name: string): readonly string[] {
	const source = corpus(name);
	if (source === undefined) return [];
	const folder = mkdtempSync(join(tmpdir(), "edgewise-corpus-"));
	try {
		cpSync(source, folder, { recursive: true });
		return filesOf(name).flatMap((path) =>
			refusals(binary, folder, path).map((refusal) =>
				JSON.stringify({ file: join(name, path), ...refusal }),
			),
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function compare(answers: readonly string[]): void {
	const before = new Set(readFileSync(file, "utf8").trim().split("\n"));
	const other = answers.filter((each) => !before.has(each));
	for (const answer of other) console.error(`nginx:    ${answer}`);
	if (other.length > 0 || before.size !== new Set(answers).size)
		process.exitCode = 1;
}
